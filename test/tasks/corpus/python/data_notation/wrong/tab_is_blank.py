# A tab separates as a space does.
WORDS = {"nil": None, "yes": True, "no": False}
SMALL = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"


class Scanner:
    """Reads character by character; a mark at the end saves the checks for it."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.blank()

    def here(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def blank(self):
        while self.here() and self.here() in " \n\t#":
            if self.here() == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                self.at += 1

    def accept(self, mark):
        if self.here() != mark:
            return False
        self.at += 1
        self.blank()
        return True

    def run_of(self, characters):
        start = self.at
        while self.here() and self.here() in characters:
            self.at += 1
        return self.text[start : self.at]

    def fail(self, why):
        raise ValueError(f"{why} at {self.at}")

    def string(self):
        self.at += 1
        result = []
        while self.here() != '"':
            character = self.here()
            if character in ("", "\n"):
                self.fail("a string is not closed")
            self.at += 1
            if character == "\\":
                character = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}.get(self.here())
                if character is None:
                    self.fail("an unknown escape")
                self.at += 1
            result.append(character)
        self.at += 1
        self.blank()
        return "".join(result)

    def word(self):
        if not self.here() or self.here() not in SMALL:
            self.fail("a word is missing")
        word = self.run_of(SMALL + DIGITS + "_")
        self.blank()
        return word

    def number(self):
        sign = -1 if self.here() == "-" else 1
        self.at += sign == -1
        digits = self.run_of(DIGITS)
        if not digits:
            self.fail("digits are missing")
        self.blank()
        return sign * int(digits)

    def value(self, room):
        first = self.here()
        if first == '"':
            return self.string()
        if first == "-" or first and first in DIGITS:
            return self.number()
        if first in ("[", "{"):
            if room == 0:
                self.fail("too deep")
            self.accept(first)
            return self.list(room - 1) if first == "[" else self.record(room - 1)
        word = self.word()
        if word not in WORDS:
            self.fail("an unknown word")
        return WORDS[word]

    def list(self, room):
        values = []
        while not self.accept("]"):
            values.append(self.value(room))
            if not self.accept(",") and self.here() != "]":
                self.fail("a comma is missing")
        return values

    def record(self, room):
        values = {}
        while not self.accept("}"):
            key = self.string() if self.here() == '"' else self.word()
            if key in values:
                self.fail("a key is given twice")
            if not self.accept(":"):
                self.fail("a colon is missing")
            values[key] = self.value(room)
            if not self.accept(",") and self.here() != "}":
                self.fail("a comma is missing")
        return values


def parse(text):
    scanner = Scanner(text)
    value = scanner.value(30)
    if scanner.here():
        scanner.fail("more than a value")
    return value

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def quote(text):
    return f'"{text.translate(ESCAPES)}"'


def name(key):
    if type(key) is not str:
        raise TypeError("keys are texts")
    plain = key[:1] in LETTERS and key != "" and all(c in LETTERS + "0123456789_" for c in key)
    return key if plain else quote(key)


class Writer:
    """Writes to a list of lines; each value is tried on one line first."""

    def __init__(self, width):
        self.width = width

    def flat(self, value):
        kind = type(value)
        if kind is list:
            return f"[{', '.join(map(self.flat, value))}]"
        if kind is dict:
            keys = list(value)
            for key in keys:
                name(key)
            return "{" + ", ".join(name(key) + ": " + self.flat(value[key]) for key in sorted(keys)) + "}"
        if kind is str:
            return quote(value)
        if kind is int:
            return repr(value)
        if value in (None, True, False) and kind in (type(None), bool):
            return {None: "nil", True: "yes", False: "no"}[value]
        raise TypeError(kind)

    def block(self, value):
        flat = self.flat(value)
        if type(value) not in (list, dict) or not value or len(flat) <= self.width:
            return [flat]
        rows = [flat[0]]
        entries = [("", item) for item in value] if type(value) is list else [(name(key) + ": ", value[key]) for key in sorted(value)]
        for before, item in entries:
            inner = self.block(item)
            inner[0] = before + inner[0]
            inner[-1] += ","
            rows += ["  " + row for row in inner]
        return rows + [flat[-1]]


def write(value, width):
    return "\n".join(Writer(width).block(value))
