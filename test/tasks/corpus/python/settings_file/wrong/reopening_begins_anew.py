# A section that is opened again with a parent loses what it had.
def read_settings(text):
    sections = {}
    name = ""
    for line in text.split("\n"):
        line = line.strip()
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            name = open_section(sections, line)
        else:
            set_value(sections.setdefault(name, {}), line)
    return sections


def open_section(sections, line):
    if line[-1] != "]":
        raise ValueError("a section without ]")
    name, sign, parent = line[1:-1].partition("<")
    name = name.strip(" ")
    if not name:
        raise ValueError("a section without a name")
    if sign:
        inherited = sections[parent.strip(" ")]
        section = sections[name] = {} if name != parent.strip(" ") else inherited
        for key, value in inherited.items():
            if key not in section:
                section[key] = list(value) if isinstance(value, list) else value
    sections.setdefault(name, {})
    return name


def set_value(section, line):
    if "=" not in line:
        raise ValueError("a line without =")
    key, value = line.split("=", 1)
    adding = key.endswith("+")
    key = key.rstrip("+") if key.count("+") == 1 and adding else key
    key = key.strip()
    if not key or key[0] not in "abcdefghijklmnopqrstuvwxyz" or set(key) - set("abcdefghijklmnopqrstuvwxyz0123456789_"):
        raise ValueError("a wrong key")
    value = read_value(value.strip())
    if adding:
        old = section.get(key, [])
        section[key] = (old if isinstance(old, list) else [old]) + (value if isinstance(value, list) else [value])
    else:
        section[key] = value


def read_value(text):
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return text[1:-1]
    if "," in text:
        parts = [part.strip() for part in text.split(",")]
        return [read_value(part) for part in parts if part]
    if text.lower() in ("yes", "no"):
        return text.lower() == "yes"
    digits = text[1:] if text[:1] in ("+", "-") else text
    if digits and not digits.strip("0123456789"):
        return int(text)
    return text or None
