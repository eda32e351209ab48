# A loop of states reads; a class writes lists of lines.
import re


PIECE = re.compile(r'"((?:[^"\\\n]|\\[nt"\\])*)"|([a-z][a-z0-9_]*)|(-?[0-9]+)|([][{}:,])|[ \n]+|#[^\n]*')


def pieces(text):
    at = 0
    while at < len(text):
        match = PIECE.match(text, at)
        if match is None:
            raise ValueError("unreadable: " + text[at : at + 9])
        string, word, number, mark = match.groups()
        if string is not None:
            plain, escaped = [], False
            for character in string:
                if escaped:
                    plain.append({"n": "\n", "t": "\t"}.get(character, character))
                elif character != "\\":
                    plain.append(character)
                escaped = character == "\\" and not escaped
            yield "string", "".join(plain)
        elif word is not None:
            yield "word", word
        elif number is not None:
            yield "number", int(number)
        elif mark is not None:
            yield mark, None
        at = match.end()


def plain_value(kind, content):
    if kind in ("string", "number"):
        return content
    if kind == "word" and content in ("nil", "yes", "no"):
        return {"nil": None, "yes": True, "no": False}[content]
    raise ValueError("not a value: " + kind)


def parse(text):
    """One loop with a stack of what is open; wanted says what may come next."""
    result = []
    stack = [result]
    keys = []
    wanted = "value"
    for kind, content in pieces(text):
        top = stack[-1]
        if wanted == "nothing":
            raise ValueError("more than a value")
        if kind in ("]", "}"):
            if wanted not in ("first", "item", "key", "comma") or (kind == "}") != isinstance(top, dict) or len(stack) == 1:
                raise ValueError("a bracket out of place")
            stack.pop()
            wanted = "comma" if len(stack) > 1 else "nothing"
        elif wanted == "comma":
            if kind != ",":
                raise ValueError("a comma is missing")
            wanted = "key" if isinstance(top, dict) else "item"
        elif wanted == "key":
            if kind not in ("string", "word") or content in top:
                raise ValueError("a wrong key")
            keys.append(content)
            wanted = "colon"
        elif wanted == "colon":
            if kind != ":":
                raise ValueError("a colon is missing")
            wanted = "value"
        else:
            new = [] if kind == "[" else {} if kind == "{" else plain_value(kind, content)
            if isinstance(top, dict):
                top[keys.pop()] = new
            else:
                top.append(new)
            if kind in ("[", "{"):
                stack.append(new)
                if len(stack) > 31:
                    raise ValueError("too deep")
                wanted = "key" if kind == "{" else "first"
            else:
                wanted = "comma" if len(stack) > 1 else "nothing"
    if wanted != "nothing":
        raise ValueError("the text breaks off")
    return result[0]

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
