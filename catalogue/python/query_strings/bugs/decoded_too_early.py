PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
HEX = "0123456789abcdefABCDEF"


def parse_query(text):
    if text.startswith("?"):
        text = text[1:]
    found = {}
    for part in decode(text).replace(";", "&").split("&"):
        if not part:
            continue
        key, sign, value = part.partition("=")
        add_pair(found, key, value if sign else True)
    return found


def add_pair(found, key, value):
    gathers = key.endswith("[]")
    name = key[:-2] if gathers else key
    if not name:
        raise ValueError("a pair needs a name")
    if name in found and isinstance(found[name], list) != gathers:
        raise ValueError("a name is used with and without []")
    if gathers:
        found.setdefault(name, []).append(value)
    else:
        found[name] = value


def decode(text):
    data = bytearray()
    place = 0
    while place < len(text):
        if text[place] == "%":
            digits = text[place + 1 : place + 3]
            if len(digits) < 2 or digits[0] not in HEX or digits[1] not in HEX:
                raise ValueError("a % needs two digits")
            data.append(int(digits, 16))
            place += 3
        else:
            data += (" " if text[place] == "+" else text[place]).encode()
            place += 1
    return data.decode()


def encode(text):
    pieces = []
    for character in text:
        if character == " ":
            pieces.append("+")
        elif character in PLAIN:
            pieces.append(character)
        else:
            pieces.extend(f"%{byte:02X}" for byte in character.encode())
    return "".join(pieces)


def build_query(data):
    pairs = []
    for key in sorted(data):
        value = data[key]
        if isinstance(value, list):
            pairs.extend(build_pair(encode(key) + "[]", item) for item in value)
        else:
            pairs.append(build_pair(encode(key), value))
    return "&".join(pair for pair in pairs if pair)


def build_pair(name, value):
    if value is None or value is False:
        return ""
    return name if value is True else f"{name}={encode(str(value))}"
