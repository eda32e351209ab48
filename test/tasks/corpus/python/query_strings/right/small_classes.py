# A class for what is decoded and one for what is encoded.
class Decoder:
    def __init__(self, text):
        self.text = text
        self.place = 0

    def byte(self):
        pair = self.text[self.place + 1 : self.place + 3]
        if len(pair) != 2:
            raise ValueError("cut short")
        value = 0
        for mark in pair:
            code = ord(mark)
            if 48 <= code <= 57:
                value = value * 16 + code - 48
            elif 65 <= code <= 70:
                value = value * 16 + code - 55
            elif 97 <= code <= 102:
                value = value * 16 + code - 87
            else:
                raise ValueError("no digit")
        return value

    def all(self):
        out = []
        while self.place < len(self.text):
            mark = self.text[self.place]
            if mark == "%":
                out.append(bytes((self.byte(),)))
                self.place += 3
            else:
                out.append(b" " if mark == "+" else mark.encode("utf-8"))
                self.place += 1
        return b"".join(out).decode("utf-8")


class Encoder:
    def __init__(self):
        self.out = []

    def text(self, text):
        for byte in text.encode("utf-8"):
            if 48 <= byte <= 57 or 65 <= byte <= 90 or 97 <= byte <= 122 or byte in b"-._~":
                self.out.append(chr(byte))
            elif byte == 32:
                self.out.append("+")
            else:
                self.out.append("%" + hex(256 + byte)[3:].upper())

    def part(self, name, brackets, value):
        if value is None or value is False:
            return
        if self.out:
            self.out.append("&")
        self.text(name)
        self.out.append(brackets)
        if value is not True:
            self.out.append("=")
            self.text(str(value))


def parse_query(text):
    if text.startswith("?"):
        text = text[1:]
    result, brackets = {}, {}
    for part in text.replace(";", "&").split("&"):
        if part == "":
            continue
        pieces = part.split("=")
        name = Decoder(pieces[0]).all()
        value = True if len(pieces) == 1 else Decoder("=".join(pieces[1:])).all()
        many = name.endswith("[]")
        if many:
            name = name[:-2]
        if name == "":
            raise ValueError("empty name")
        if brackets.get(name) not in (None, many):
            raise ValueError("both with and without")
        brackets[name] = many
        if many:
            result.setdefault(name, []).append(value)
        else:
            result[name] = value
    return result


def build_query(data):
    encoder = Encoder()
    for name, value in sorted(data.items(), key=lambda pair: pair[0]):
        if isinstance(value, list):
            for item in value:
                encoder.part(name, "[]", item)
        else:
            encoder.part(name, "", value)
    return "".join(encoder.out)
