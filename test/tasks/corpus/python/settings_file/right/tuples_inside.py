# Lists are tuples until the end, so that copies need no copying.
KEY_FIRST = frozenset("abcdefghijklmnopqrstuvwxyz")
KEY_REST = KEY_FIRST | frozenset("0123456789_")


def scalar(text):
    lowered = text.lower()
    if lowered == "yes" or lowered == "no":
        return lowered == "yes"
    if text == "":
        return None
    digits = text[text[0] in "+-" :]
    if digits != "" and set(digits) <= set("0123456789"):
        return int(text)
    return text


def value_of(text):
    if text[:1] == '"' and text[-1:] == '"' and len(text) != 1:
        return text[1:-1]
    if "," not in text:
        return scalar(text)
    parts = (part.strip() for part in text.split(","))
    return tuple(value_of(part) for part in parts if part)


def several(value):
    return value if isinstance(value, tuple) else (value,)


def key_of(text):
    if text[:1] not in KEY_FIRST or not KEY_REST.issuperset(text):
        raise ValueError(f"{text} is no key")
    return text


def read_settings(text):
    sections = {}
    current = ""
    for line in (line.strip() for line in text.split("\n")):
        if line[:1] == "[":
            if line[-1:] != "]":
                raise ValueError("] is missing")
            head, sign, tail = line[1:-1].partition("<")
            current = head.strip()
            if not current:
                raise ValueError("the name is missing")
            parent = sections[tail.strip()] if sign else {}
            sections[current] = parent | sections.get(current, {})
        elif line and line[0] != "#":
            left, sign, right = line.partition("=")
            if not sign:
                raise ValueError("= is missing")
            value = value_of(right.strip())
            settings = dict(sections.get(current, {}))
            if left.endswith("+"):
                key = key_of(left[:-1].strip())
                settings[key] = several(settings.get(key, ())) + several(value)
            else:
                settings[key_of(left.strip())] = value
            sections[current] = settings
    return {name: {key: list(value) if isinstance(value, tuple) else value for key, value in settings.items()} for name, settings in sections.items()}
