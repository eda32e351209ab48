# One pass over the characters, without splitting.
def parse_query(text):
    pairs = []
    name, value = bytearray(), None
    place = 1 if text.startswith("?") else 0
    begun = False
    text += "&"
    while place < len(text):
        mark = text[place]
        place += 1
        if mark in "&;":
            if begun:
                pairs.append((bytes(name).decode(), True if value is None else bytes(value).decode()))
            name, value, begun = bytearray(), None, False
            continue
        begun = True
        if mark == "=" and value is None:
            value = bytearray()
            continue
        target = name if value is None else value
        if mark == "+":
            target.append(32)
        elif mark == "%":
            target.append(16 * digit(text[place : place + 1]) + digit(text[place + 1 : place + 2]))
            place += 2
        else:
            target.extend(mark.encode())
    return collect(pairs)


def digit(mark):
    place = "0123456789abcdef".find(mark.lower()) if mark and mark.isascii() else -1
    if place < 0:
        raise ValueError("no hexadecimal digit")
    return place


def collect(pairs):
    result = {}
    kinds = {}
    for name, value in pairs:
        kind = "list" if name.endswith("[]") else "one"
        if kind == "list":
            name = name[:-2]
        if name == "" or kinds.setdefault(name, kind) != kind:
            raise ValueError(f"wrong name {name!r}")
        if kind == "list":
            result.setdefault(name, []).append(value)
        else:
            result[name] = value
    return result


def build_query(data):
    out = ""
    for name in sorted(data.keys()):
        value = data[name]
        many = isinstance(value, list)
        for item in value if many else [value]:
            if item is None or item is False:
                continue
            out += "&" + escape(name)
            if many:
                out += "[]"
            if item is not True:
                out += "=" + escape(str(item))
    return out[1:]


def escape(text):
    marks = []
    for byte in text.encode():
        mark = chr(byte)
        if byte < 128 and (mark.isalnum() or mark in "-._~"):
            marks.append(mark)
        else:
            marks.append("+" if mark == " " else "%" + "0123456789ABCDEF"[byte // 16] + "0123456789ABCDEF"[byte % 16])
    return "".join(marks)
