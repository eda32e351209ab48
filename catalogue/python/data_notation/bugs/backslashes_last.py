import re

SPACE = re.compile(r"(?:[ \n]|#[^\n]*)*")
NUMBER = re.compile(r"-?[0-9]+")
WORD = re.compile(r"[a-z][a-z0-9_]*")
WORDS = {"nil": None, "yes": True, "no": False}
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
NAMES = {meant: word for word, meant in WORDS.items()}
DEEPEST = 30


class Reader:
    def __init__(self, text):
        self.text = text
        self.place = 0

    def fail(self, what):
        raise ValueError(f"{what} at {self.place}")

    def peek(self):
        return self.text[self.place : self.place + 1]

    def skip(self):
        self.place = SPACE.match(self.text, self.place).end()

    def matched(self, pattern):
        """The text that the pattern matches here, which is passed over, or an empty one."""
        found = pattern.match(self.text, self.place)
        if found is None:
            return ""
        self.place = found.end()
        return found.group()

    def value(self, depth):
        mark = self.peek()
        if mark == '"':
            return self.string()
        if mark == "[":
            return self.items(self.value, "]", depth)
        if mark == "{":
            return self.record(depth)
        number = self.matched(NUMBER)
        if number:
            return int(number)
        word = self.word()
        if word not in WORDS:
            self.fail(f"{word} is no value")
        return WORDS[word]

    def word(self):
        return self.matched(WORD) or self.fail("unexpected text")

    def string(self):
        self.place += 1
        parts = []
        while self.peek() != '"':
            mark = self.peek()
            if mark in ("", "\n"):
                self.fail("unfinished string")
            self.place += 1
            if mark == "\\":
                mark = ESCAPES.get(self.peek()) or self.fail("unknown escape")
                self.place += 1
            parts.append(mark)
        self.place += 1
        return "".join(parts)

    def items(self, item, closing, depth):
        """What stands between two brackets, separated by commas; one comma may follow the last."""
        if depth == DEEPEST:
            self.fail("too deep")
        self.place += 1
        items = []
        self.skip()
        while self.peek() != closing:
            items.append(item(depth + 1))
            self.skip()
            if self.peek() == ",":
                self.place += 1
                self.skip()
            elif self.peek() != closing:
                self.fail("expected a comma")
        self.place += 1
        return items

    def record(self, depth):
        record = {}
        for key, value in self.items(self.pair, "}", depth):
            if key in record:
                self.fail(f"{key} is given twice")
            record[key] = value
        return record

    def pair(self, depth):
        key = self.string() if self.peek() == '"' else self.word()
        self.skip()
        if self.peek() != ":":
            self.fail("expected a colon")
        self.place += 1
        self.skip()
        return key, self.value(depth)


def parse(text):
    reader = Reader(text)
    reader.skip()
    value = reader.value(0)
    reader.skip()
    if reader.peek():
        reader.fail("unexpected text")
    return value


def quote(text):
    for mark, escaped in (('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\\", "\\\\")):
        text = text.replace(mark, escaped)
    return f'"{text}"'


def write_key(key):
    if not isinstance(key, str):
        raise TypeError("a key is text")
    return key if WORD.fullmatch(key) else quote(key)


def write_flat(value):
    if isinstance(value, bool) or value is None:
        return NAMES[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, list):
        return "[" + ", ".join(write_flat(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{write_key(key)}: {write_flat(value[key])}" for key in sorted(value)) + "}"
    raise TypeError(f"cannot write {type(value).__name__}")


def write(value, width, indent=""):
    flat = write_flat(value)
    if len(flat) <= width or value in ([], {}) or not isinstance(value, (list, dict)):
        return flat
    inner = indent + "  "
    if isinstance(value, list):
        lines = [write(item, width, inner) for item in value]
    else:
        lines = [f"{write_key(key)}: {write(value[key], width, inner)}" for key in sorted(value)]
    return flat[0] + "\n" + "".join(f"{inner}{line},\n" for line in lines) + indent + flat[-1]
