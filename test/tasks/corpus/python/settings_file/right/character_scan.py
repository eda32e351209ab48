# Lines are looked at character by character.
def strip(text):
    start, end = 0, len(text)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[start:end]


def index(text, wanted):
    for place, mark in enumerate(text):
        if mark == wanted:
            return place
    return -1


def read_settings(text):
    sections = {}
    name = ""
    start = 0
    while start <= len(text):
        end = start
        while end < len(text) and text[end] != "\n":
            end += 1
        line = strip(text[start:end])
        start = end + 1
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            name = section(sections, line)
            continue
        place = index(line, "=")
        if place == -1:
            raise ValueError("no = in the line")
        adding = place > 0 and line[place - 1] == "+"
        key = strip(line[: place - 1] if adding else line[:place])
        good = len(key) > 0 and "a" <= key[0] <= "z"
        for mark in key:
            good = good and ("a" <= mark <= "z" or "0" <= mark <= "9" or mark == "_")
        if not good:
            raise ValueError("no key")
        value = parse(strip(line[place + 1 :]))
        if name not in sections:
            sections[name] = {}
        if adding:
            items = []
            if key in sections[name]:
                old = sections[name][key]
                items = list(old) if isinstance(old, list) else [old]
            value = items + (value if isinstance(value, list) else [value])
        sections[name][key] = value
    return sections


def section(sections, line):
    if line[len(line) - 1] != "]":
        raise ValueError("no ]")
    inner = line[1 : len(line) - 1]
    place = index(inner, "<")
    name = strip(inner if place == -1 else inner[:place])
    if name == "":
        raise ValueError("no name")
    if place != -1:
        parent = strip(inner[place + 1 :])
        if parent not in sections:
            raise KeyError(parent)
        if name not in sections:
            sections[name] = {}
        for key in list(sections[parent]):
            if key not in sections[name]:
                value = sections[parent][key]
                sections[name][key] = list(value) if isinstance(value, list) else value
    if name not in sections:
        sections[name] = {}
    return name


def parse(text):
    if len(text) > 1 and text[0] == '"' and text[-1] == '"':
        return text[1:-1]
    if index(text, ",") != -1:
        items = []
        part = ""
        for mark in text + ",":
            if mark == ",":
                if strip(part) != "":
                    items.append(parse(strip(part)))
                part = ""
            else:
                part += mark
        return items
    if text == "":
        return None
    if text.lower() == "yes":
        return True
    if text.lower() == "no":
        return False
    start = 1 if text[0] == "+" or text[0] == "-" else 0
    if start == len(text):
        return text
    for mark in text[start:]:
        if mark < "0" or mark > "9":
            return text
    return int(text)
