# Functions of a position return the value and where to go on; lines are nested lists.
import string as characters

CONSTANTS = {"nil": None, "yes": True, "no": False}
ESCAPED = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
WORD_LETTERS = characters.ascii_lowercase + characters.digits + "_"


def blanks(text, at):
    while text[at] in " \n#":
        if text[at] == "#":
            while text[at] not in "\n\0" or (text[at] == "\0" and at < len(text) - 1):
                at += 1
            if at == len(text) - 1:
                return at
        at += 1
    return at


def value_at(text, at, depth):
    """The value that begins there, and where the next piece begins."""
    first = text[at]
    if first in "[{":
        if depth > 30:
            raise ValueError("nested too deep")
        return (items_at if first == "[" else pairs_at)(text, blanks(text, at + 1), depth)
    if first == '"':
        return string_at(text, at + 1)
    if first == "-" or first in characters.digits:
        end = at + 1
        while text[end] in characters.digits:
            end += 1
        if text[at:end] == "-":
            raise ValueError("a minus alone")
        return int(text[at:end]), blanks(text, end)
    word, end = word_at(text, at)
    if word not in CONSTANTS:
        raise ValueError("unknown: " + word)
    return CONSTANTS[word], end


def word_at(text, at):
    end = at
    if text[at] in characters.ascii_lowercase:
        while text[end] in WORD_LETTERS:
            end += 1
    return text[at:end], blanks(text, end)


def string_at(text, at):
    made = ""
    while text[at] != '"':
        if text[at] == "\n" or at == len(text) - 1:
            raise ValueError("string left open")
        if text[at] == "\\":
            at += 1
            if text[at] not in ESCAPED:
                raise ValueError("no such escape")
            made += ESCAPED[text[at]]
        else:
            made += text[at]
        at += 1
    return made, blanks(text, at + 1)


def after_item(text, at, closing):
    """Whether the closing bracket comes, and where to go on."""
    if text[at] == ",":
        at = blanks(text, at + 1)
    elif text[at] != closing:
        raise ValueError("neither a comma nor a bracket")
    return text[at] == closing, at


def items_at(text, at, depth):
    made = []
    ended = text[at] == "]"
    while not ended:
        item, at = value_at(text, at, depth + 1)
        made.append(item)
        ended, at = after_item(text, at, "]")
    return made, blanks(text, at + 1)


def pairs_at(text, at, depth):
    made = {}
    ended = text[at] == "}"
    while not ended:
        quoted = text[at] == '"'
        key, at = string_at(text, at + 1) if quoted else word_at(text, at)
        if text[at] != ":" or (not quoted and key == "") or key in made:
            raise ValueError("a wrong key")
        made[key], at = value_at(text, blanks(text, at + 1), depth + 1)
        ended, at = after_item(text, at, "}")
    return made, blanks(text, at + 1)


def parse(text):
    """A zero character at the end stands for the end: nothing may hold it but strings and comments."""
    made, at = value_at(text + "\0", blanks(text + "\0", 0), 1)
    if at != len(text):
        raise ValueError("something follows")
    return made

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
