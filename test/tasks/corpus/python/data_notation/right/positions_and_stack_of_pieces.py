# Positions are handed on; a stack of pieces writes one line.
import re

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
