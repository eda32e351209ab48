# A loop of states reads; strings are escaped by replacement, backslashes first.
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
