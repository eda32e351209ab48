# Kinds of lines by a match statement.
from string import ascii_lowercase as SMALL, digits as DIGITS


def read_settings(text):
    result, here = {}, ""
    for line in text.split("\n"):
        match list(line.strip()):
            case [] | ["#", *_]:
                pass
            case ["[", *inner, "]"]:
                here = enter(result, "".join(inner))
            case ["[", *_]:
                raise ValueError("section without an end")
            case marks if "=" in marks:
                place = marks.index("=")
                store(result.setdefault(here, {}), marks[:place], "".join(marks[place + 1 :]).strip())
            case _:
                raise ValueError("no setting")
    return result


def enter(result, inner):
    match inner.split("<", 1):
        case [name]:
            name = name.strip()
            parent = {}
        case [name, parent]:
            name = name.strip()
            if name:
                parent = result[parent.strip()]
    if not name:
        raise ValueError("no name")
    mine = result.setdefault(name, {})
    for key, value in list(parent.items()):
        mine.setdefault(key, value[:] if isinstance(value, list) else value)
    return name


def store(settings, left, right):
    match left:
        case [*key, "+"]:
            add = True
        case key:
            add = False
    key = "".join(key).strip()
    if not key or key[0] not in SMALL or any(mark not in SMALL + DIGITS + "_" for mark in key):
        raise ValueError("no key")
    value = read(right)
    if add:
        match settings.get(key, []), value:
            case [list(old), list(new)]:
                value = old + new
            case [list(old), new]:
                value = old + [new]
            case [old, list(new)]:
                value = [old] + new
            case [old, new]:
                value = [old, new]
    settings[key] = value


def read(text):
    match list(text):
        case ['"', *inner, '"']:
            return "".join(inner)
        case marks if "," in marks:
            return [read(part) for part in map(str.strip, text.split(",")) if part]
        case []:
            return None
        case [("+" | "-"), *marks] | marks if marks and set(marks) <= set(DIGITS):
            return int(text)
    return {"yes": True, "no": False}.get(text.lower(), text)
