# Tokens by a pattern and recursion; the writer collects pieces with a stack.
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
            if key in record or not self.skip(":"):
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

def text_of(value):
    """The value's pieces on one line, worked off with a stack instead of recursion."""
    pieces = []
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, tuple) and len(item) == 2 and item[0] == "raw":
            pieces.append(item[1])
        elif isinstance(item, bool):
            pieces.append("yes" if item else "no")
        elif item is None:
            pieces.append("nil")
        elif isinstance(item, int):
            pieces.append("%d" % item)
        elif isinstance(item, str):
            pieces.append(string_of(item))
        elif isinstance(item, list):
            waiting.append(("raw", "]"))
            for place in range(len(item) - 1, -1, -1):
                waiting.append(Held(item[place]))
                if place:
                    waiting.append(("raw", ", "))
            waiting.append(("raw", "["))
        elif isinstance(item, dict):
            waiting.append(("raw", "}"))
            keys = sorted_keys(item)
            for place in range(len(keys) - 1, -1, -1):
                waiting.append(Held(item[keys[place]]))
                waiting.append(("raw", key_of(keys[place]) + ": "))
                if place:
                    waiting.append(("raw", ", "))
            waiting.append(("raw", "{"))
        elif isinstance(item, Held):
            if isinstance(item.value, (tuple, Held)):
                raise TypeError("a tuple cannot be written")
            waiting.append(item.value)
        else:
            raise TypeError(str(type(item)))
    return "".join(pieces)


class Held:
    def __init__(self, value):
        self.value = value


def sorted_keys(record):
    if any(not isinstance(key, str) for key in record):
        raise TypeError("a key that is no str")
    return sorted(record)


def string_of(text):
    result = '"'
    for character in text:
        if character in '"\\':
            result += "\\"
        result += {"\n": "\\n", "\t": "\\t"}.get(character, character)
    return result + '"'


def key_of(key):
    return key if re.match(r"[a-z][a-z0-9_]*\Z", key) else string_of(key)


def spread(value, width, far, out):
    text = text_of(Held(value))
    if not value or not isinstance(value, (list, dict)) or len(text) <= width:
        out.append(text)
        return
    deeper = far + 2
    out.append(text[0])
    for key in range(len(value)) if isinstance(value, list) else sorted_keys(value):
        out.append("\n" + " " * deeper)
        if isinstance(value, dict):
            out.append(key_of(key) + ": ")
        spread(value[key], width, deeper, out)
        out.append(",")
    out.append("\n" + " " * far + text[-1])


def write(value, width):
    out = []
    spread(value, width, 0, out)
    return "".join(out)
