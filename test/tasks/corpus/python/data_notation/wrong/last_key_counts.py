# A key given twice is allowed and the last value counts.
import re


TOKEN = re.compile(r'(?:[ \n]|#[^\n]*)*(?:("(?:[^"\\\n]|\\[nt"\\])*")|(-?[0-9]+)|([a-z][a-z0-9_]*)|([][{}:,])|(\Z))')
VALUES = {"nil": None, "yes": True, "no": False}


def tokenize(text):
    at = 0
    tokens = []
    while True:
        match = TOKEN.match(text, at)
        if not match:
            raise ValueError(f"cannot be read from {at}")
        tokens.append((match.lastindex, match.group(match.lastindex)))
        if match.lastindex == 5:
            return tokens
        at = match.end()


def unescape(text):
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), text[1:-1])


class Tokens:
    def __init__(self, text):
        self.tokens = tokenize(text)[::-1]

    def pop(self):
        return self.tokens.pop() if len(self.tokens) > 1 else self.tokens[0]

    def skip(self, mark):
        if self.tokens[-1] != (4, mark):
            return False
        self.pop()
        return True

    def value(self, depth):
        kind, word = self.pop()
        if kind == 1:
            return unescape(word)
        if kind == 2:
            return int(word)
        if kind == 3 and word in VALUES:
            return VALUES[word]
        if kind != 4 or word not in "[{" or depth == 30:
            raise ValueError(f"no value: {word}")
        return self.items(depth + 1) if word == "[" else self.record(depth + 1)

    def items(self, depth):
        items = []
        while not self.skip("]"):
            items.append(self.value(depth))
            if not self.skip(","):
                if not self.skip("]"):
                    raise ValueError("a list is open")
                break
        return items

    def record(self, depth):
        record = {}
        while not self.skip("}"):
            kind, word = self.pop()
            if kind not in (1, 3):
                raise ValueError("a key is missing")
            key = unescape(word) if kind == 1 else word
            if not self.skip(":"):
                raise ValueError("a wrong key")
            record[key] = self.value(depth)
            if not self.skip(","):
                if not self.skip("}"):
                    raise ValueError("a record is open")
                break
        return record


def parse(text):
    tokens = Tokens(text)
    value = tokens.value(0)
    if tokens.pop()[0] != 5:
        raise ValueError("more than one value")
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
