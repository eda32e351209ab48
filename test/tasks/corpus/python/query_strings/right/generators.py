# Generators of parts, pairs and texts.
import string

PLAIN = set(string.ascii_letters + string.digits + "-._~")


def parts(text):
    part = ""
    for mark in text:
        if mark == "&" or mark == ";":
            if part:
                yield part
            part = ""
        else:
            part += mark
    if part:
        yield part


def pairs(text):
    for part in parts(text):
        name, sign, value = part.partition("=")
        yield unpercent(name), unpercent(value) if sign == "=" else True


def unpercent(text):
    text = text.replace("+", " ")
    out = b""
    while text:
        before, sign, text = text.partition("%")
        out += before.encode()
        if sign:
            pair = text[:2]
            if len(pair) != 2 or pair.strip(string.hexdigits):
                raise ValueError(pair)
            out += bytes.fromhex(pair)
            text = text[2:]
    return out.decode()


def parse_query(text):
    if text[:1] == "?":
        text = text[1:]
    result = {}
    for name, value in pairs(text):
        if name[-2:] == "[]":
            name = name[:-2]
            old = result.get(name, [])
            if not isinstance(old, list):
                raise ValueError("given without [] before")
            value = old + [value]
        elif isinstance(result.get(name), list):
            raise ValueError("given with [] before")
        if name == "":
            raise ValueError("empty")
        result[name] = value
    return result


def items(data):
    for name in sorted(data):
        if isinstance(data[name], list):
            for item in data[name]:
                yield percent(name) + "[]", item
        else:
            yield percent(name), data[name]


def percent(text):
    for mark in sorted(set(text) - PLAIN - {" "}, key=lambda mark: mark != "%"):
        text = text.replace(mark, "".join(f"%{byte:02X}" for byte in mark.encode())) if mark != "%" else text.replace("%", "%25")
    return text.replace(" ", "+")


def build_query(data):
    texts = []
    for name, value in items(data):
        match value:
            case None | False:
                pass
            case True:
                texts.append(name)
            case _:
                texts.append(f"{name}={percent(str(value))}")
    return "&".join(texts)
