# Positions are handed on; the writer checks the whole value before it writes.
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
