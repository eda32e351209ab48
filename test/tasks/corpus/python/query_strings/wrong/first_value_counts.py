# A flag does not replace a value that was given.
KEPT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
HEX = "0123456789abcdefABCDEF"


def decode(text):
    out = bytearray()
    place = 0
    while place < len(text):
        mark = text[place]
        if mark == "%":
            digits = text[place + 1 : place + 3]
            if len(digits) < 2 or digits[0] not in HEX or digits[1] not in HEX:
                raise ValueError("a % without two digits")
            out.append(int(digits, 16))
            place += 3
            continue
        out += b" " if mark == "+" else mark.encode("utf-8")
        place += 1
    return out.decode("utf-8")


def parse_query(text):
    if text.startswith("?"):
        text = text[1:]
    single, gathered = {}, {}
    for part in text.replace(";", "&").split("&"):
        if not part:
            continue
        name, sign, value = part.partition("=")
        name = decode(name)
        value = decode(value) if sign else True
        if name.endswith("[]"):
            name = name[:-2]
            gathered.setdefault(name, []).append(value)
        else:
            if value is not True or name not in single:
                single[name] = value
        if not name:
            raise ValueError("an empty name")
        if name in single and name in gathered:
            raise ValueError("with and without []")
    return single | gathered


def encode(text):
    out = ""
    for mark in text:
        if mark in KEPT:
            out += mark
        elif mark == " ":
            out += "+"
        else:
            out += "".join(f"%{byte:02X}" for byte in mark.encode("utf-8"))
    return out


def build_query(data):
    parts = []
    for name in sorted(data):
        value = data[name]
        label = encode(name)
        values = [value]
        if isinstance(value, list):
            label, values = label + "[]", value
        for item in values:
            if item is True:
                parts.append(label)
            elif item is not None and item is not False:
                parts.append(label + "=" + encode(str(item)))
    return "&".join(parts)
