# A scanner by character; the writer checks the whole value before it writes.
import re


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
        while self.here() and self.here() in " \n#":
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

def as_word(key):
    return key if re.fullmatch(r"[a-z][a-z0-9_]*", key) else as_string(key)


def as_string(text):
    for mark, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(mark, escape)
    return '"' + text + '"'


def check(value):
    if isinstance(value, list):
        for item in value:
            check(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError("a key must be a str")
            check(item)
    elif value is not None and not isinstance(value, (bool, int, str)):
        raise TypeError(f"cannot write a {type(value).__name__}")


def on_one_line(value):
    if value is None:
        return "nil"
    if value is True:
        return "yes"
    if value is False:
        return "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return as_string(value)
    if isinstance(value, list):
        return "[" + ", ".join(on_one_line(item) for item in value) + "]"
    return "{" + ", ".join(f"{as_word(key)}: {on_one_line(value[key])}" for key in sorted(value)) + "}"


def lines(value, width, indent):
    short = on_one_line(value)
    if not isinstance(value, (list, dict)) or not value or len(short) <= width:
        return short
    inner = indent + "  "
    if isinstance(value, list):
        rows = [lines(item, width, inner) for item in value]
        opening, closing = "[]"
    else:
        rows = [f"{as_word(key)}: {lines(value[key], width, inner)}" for key in sorted(value)]
        opening, closing = "{}"
    return opening + "\n" + "".join(f"{inner}{row},\n" for row in rows) + indent + closing


def write(value, width):
    check(value)
    return lines(value, width, "")
