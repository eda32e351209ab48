# One loop with a stack reads, and a stack of pieces writes one line.
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
