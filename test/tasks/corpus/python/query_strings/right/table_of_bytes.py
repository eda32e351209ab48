# Tables for every byte and every escape.
TO_ESCAPE = {}
for number in range(256):
    letter = chr(number)
    TO_ESCAPE[number] = letter if number < 128 and (letter.isalnum() or letter in "-._~") else "%%%02X" % number
TO_ESCAPE[32] = "+"
DIGITS = {digit: number for number, digit in enumerate("0123456789ABCDEF")} | {digit: number + 10 for number, digit in enumerate("abcdef")}


def read(text):
    first, *rest = text.replace("+", " ").split("%")
    out = [first.encode()]
    for piece in rest:
        try:
            out.append(bytes([16 * DIGITS[piece[0]] + DIGITS[piece[1]]]))
        except (KeyError, IndexError):
            raise ValueError("not an escape") from None
        out.append(piece[2:].encode())
    return b"".join(out).decode()


def write(value):
    return "".join(TO_ESCAPE[byte] for byte in str(value).encode())


class Query:
    def __init__(self):
        self.values = {}
        self.many = {}

    def add(self, name, value):
        many = name.endswith("[]")
        name = name.removesuffix("[]")
        if not name:
            raise ValueError("no name")
        if self.many.get(name, many) != many:
            raise ValueError("both kinds")
        self.many[name] = many
        if many and name in self.values:
            self.values[name].append(value)
        else:
            self.values[name] = [value] if many else value


def parse_query(text):
    query = Query()
    if text and text[0] == "?":
        text = text[1:]
    for half in text.split("&"):
        for part in half.split(";"):
            if "=" in part:
                place = part.index("=")
                query.add(read(part[:place]), read(part[place + 1 :]))
            elif part:
                query.add(read(part), True)
    return query.values


def build_query(data):
    result = []
    for name in sorted(data):
        value = data[name]
        if not isinstance(value, list):
            name, value = write(name), [value]
        else:
            name = write(name) + "[]"
        for item in value:
            if item is None or item is False:
                continue
            result.append(name if item is True else name + "=" + write(item))
    return "&".join(result)
