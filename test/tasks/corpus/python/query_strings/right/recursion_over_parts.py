# The query is taken apart from the front, each part by functions that call one another.
def parse_query(text):
    result = {}
    gathering = {}
    rest = text[1:] if text[:1] == "?" else text
    while rest:
        cut = min(place if place >= 0 else len(rest) for place in (rest.find("&"), rest.find(";")))
        part, rest = rest[:cut], rest[cut + 1 :]
        if part:
            add(result, gathering, part)
    return result


def add(result, gathering, part):
    cut = part.find("=")
    if cut < 0:
        name, value = decoded(part), True
    else:
        name, value = decoded(part[:cut]), decoded(part[cut + 1 :])
    listed = len(name) >= 2 and name[-1] == "]" and name[-2] == "["
    if listed:
        name = name[:-2]
    if len(name) == 0:
        raise ValueError("nameless")
    if name in gathering and gathering[name] is not listed:
        raise ValueError("mixed")
    gathering[name] = listed
    if not listed:
        result[name] = value
    elif name in result:
        result[name] = [*result[name], value]
    else:
        result[name] = [value]


def decoded(text):
    raw = []
    marks = iter(text)
    for mark in marks:
        if mark == "%":
            high, low = next(marks, ""), next(marks, "")
            if not (is_digit(high) and is_digit(low)):
                raise ValueError("%" + high + low)
            raw.append(int(high + low, 16))
        elif mark == "+":
            raw.append(ord(" "))
        else:
            raw.extend(mark.encode("utf-8"))
    return bytes(raw).decode("utf-8")


def is_digit(mark):
    return mark != "" and ("0" <= mark <= "9" or "a" <= mark <= "f" or "A" <= mark <= "F")


def build_query(data):
    names = list(data)
    names.sort()
    return "&".join([text for name in names for text in texts(encoded(name), data[name])])


def texts(name, value):
    if isinstance(value, list):
        return [text for item in value for text in texts(name + "[]", item)]
    if value is True:
        return [name]
    if value is False or value is None:
        return []
    return [name + "=" + encoded(value if isinstance(value, str) else str(value))]


def encoded(text):
    if len(text) > 1:
        return "".join(map(encoded, text))
    if text == " ":
        return "+"
    if text in "-._~" or text.isascii() and text.isalnum():
        return text
    return "".join("%" + format(byte, "02X") for byte in text.encode("utf-8"))
