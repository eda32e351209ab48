import re


def read_settings(text):
    sections = {}
    current = ""
    for line in text.split("\n"):
        line = line.strip()
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            current = open_section(sections, line)
        else:
            key, sign, value = line.partition("=")
            key = key.strip()
            if not sign:
                raise ValueError("a setting needs =")
            store(sections.setdefault(current, {}), key, read_value(value.strip()))
    return sections


def open_section(sections, line):
    if line[-1] != "]":
        raise ValueError("a section needs ]")
    name, sign, parent = line[1:-1].partition("<")
    name, parent = name.strip(), parent.strip()
    if not name:
        raise ValueError("a section needs a name")
    if sign and parent not in sections:
        raise KeyError(parent)
    settings = sections.setdefault(name, {})
    if sign:
        for key, value in sections[parent].items():
            settings[key] = value
    return name


def store(settings, key, value):
    if key.endswith("+"):
        key = key[:-1].strip()
        old = settings.get(key, [])
        old = old if isinstance(old, list) else [old]
        value = old + (value if isinstance(value, list) else [value])
    if not re.fullmatch(r"[a-z][a-z0-9_]*", key):
        raise ValueError("a key is a small letter, then small letters, digits and _")
    settings[key] = value


def read_value(text):
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return text[1:-1]
    if "," in text:
        return [read_value(part.strip()) for part in text.split(",") if part.strip()]
    if text.lower() in ("yes", "no"):
        return text.lower() == "yes"
    if re.fullmatch(r"[+-]?[0-9]+", text):
        return int(text)
    return text if text else None
