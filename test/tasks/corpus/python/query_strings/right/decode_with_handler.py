# Escapes are turned into Latin-1 characters first, and these into UTF-8.
def parse_query(text):
    if text.startswith("?"):
        text = text[1:]
    answers = {}
    lists = {}
    for part in text.replace("&", ";").split(";"):
        if len(part) > 0:
            sign = part.find("=")
            name = decode(part if sign < 0 else part[:sign])
            value = True if sign < 0 else decode(part[sign + 1 :])
            where = answers
            if name.endswith("[]"):
                name, where = name[:-2], lists
            if name == "":
                raise ValueError("no name")
            where[name] = where.get(name, []) + [value]
    if set(answers) & set(lists):
        raise ValueError("both ways")
    lists.update((name, values[-1]) for name, values in answers.items())
    return lists


def decode(text):
    latin = text.encode("utf-8").decode("latin-1").replace("+", " ")
    out = ""
    while "%" in latin:
        place = latin.index("%")
        digits = latin[place + 1 : place + 3]
        number = 0
        for digit in digits.upper():
            number = number * 16 + "0123456789ABCDEF".index(digit)
        if len(digits) != 2:
            raise ValueError("too short")
        out += latin[:place] + chr(number)
        latin = latin[place + 3 :]
    return (out + latin).encode("latin-1").decode("utf-8")


def build_query(data):
    query = []
    for name in sorted(data, key=lambda name: name):
        value = data[name]
        if isinstance(value, list):
            query.extend(one(encode(name) + "[]", item) for item in value)
        else:
            query.append(one(encode(name), value))
    return "&".join(text for text in query if text is not None)


def one(label, value):
    if value is None or value is False:
        return None
    if value is True:
        return label
    return "=".join((label, encode(str(value))))


def encode(text):
    latin = text.encode("utf-8").decode("latin-1")
    return "".join(mark if mark.isascii() and (mark.isalnum() or mark in "-._~") else "+" if mark == " " else f"%{ord(mark):02X}" for mark in latin)
