# A pattern divides the template; instructions with jumps.
import re

PIECE = re.compile(r"\{\{|\{([^}]*)\}|([^{]+)")


def pieces(template):
    result = []
    at = 0
    while at < len(template):
        match = PIECE.match(template, at)
        if not match:
            raise ValueError("a tag is left open")
        tag, text = match.groups()
        result.append((True, tag.strip(" ")) if tag is not None else (False, text or "{"))
        at = match.end()
    return result

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"
DIGITS = "0123456789"


def made_of(text, characters):
    return text != "" and all(character in characters for character in text)


def is_name(text):
    return made_of(text, LETTERS + DIGITS) and text[0] not in DIGITS and text not in ("if", "not", "each", "in", "else", "end")


def read_path(text):
    steps = text.split(".")
    if not is_name(steps[0]) or not all(made_of(step, LETTERS + DIGITS) for step in steps[1:]):
        raise ValueError("no path")
    return steps


def upper(value):
    return write(value).upper()


def size(value):
    if type(value) not in (str, list, dict):
        raise TypeError("this has no size")
    return len(value)


def cut(count):
    return lambda value: "".join(write(value)[place] for place in range(min(count, len(write(value)))))


def instead(text):
    return lambda value: value if value else text


def read_output(tag):
    """The path and a function for each filter."""
    parts = [part.strip(" ") for part in tag.split("|")]
    functions = []
    for part in parts[1:]:
        name, *more = [piece.strip(" ") for piece in part.split(":", 1)]
        if name == "upper" and not more:
            functions.append(upper)
        elif name == "size" and not more:
            functions.append(size)
        elif name == "cut" and more and made_of(more[0], DIGITS):
            functions.append(cut(int(more[0])))
        elif name == "or" and more:
            functions.append(instead(more[0]))
        else:
            raise ValueError("no filter: " + part)
    return read_path(parts[0]), functions


def step_into(value, step):
    if type(value) is dict:
        return value[step] if step in value else None
    if type(value) is list and made_of(step, DIGITS):
        return value[int(step)] if int(step) < len(value) else None
    return None


def look(path, scope):
    value = scope
    for step in path:
        value = step_into(value, step)
    return value


def write(value):
    if value is True or value is False:
        return ["no", "yes"][value]
    if value is None:
        return ""
    if type(value) is dict:
        raise TypeError("dicts are not written")
    if type(value) is list:
        items = [write(item) for item in value]
        return ", ".join(items)
    return f"{value}"


def output(part, scope):
    path, functions = part
    value = look(path, scope)
    for function in functions:
        value = function(value)
    return write(value)

IF = re.compile(r"if +(not +)?([^ ]+)")
EACH = re.compile(r"each +([^ .]+) +in +([^ ]+)")


def compiled(template):
    """A flat list of instructions with jumps; both sides of a block know where they end."""
    code = []
    blocks = []
    for is_tag, text in pieces(template):
        condition, loop = IF.fullmatch(text), EACH.fullmatch(text)
        if not is_tag:
            code.append(["text", text])
        elif text == "end":
            if not blocks:
                raise ValueError("end of nothing")
            start, middle = blocks.pop()
            if middle is None:
                middle = len(code)
                code.append(["skip", start, None])
            code[middle][2] = len(code)
            code[start][-1] = middle + 1
        elif text == "else":
            if not blocks or blocks[-1][1] is not None:
                raise ValueError("else of nothing")
            blocks[-1][1] = len(code)
            code.append(["skip", blocks[-1][0], None])
        elif condition:
            blocks.append([len(code), None])
            code.append(["if", bool(condition[1]), read_path(condition[2]), None])
        elif loop:
            read_path(loop[1])
            blocks.append([len(code), None])
            code.append(["each", loop[1], read_path(loop[2]), None])
        else:
            code.append(["out", read_output(text)])
    if blocks:
        raise ValueError("no end")
    return code


def render(template, values):
    code = compiled(template)
    out = []
    scopes = [values]
    running = []
    at = 0
    while at < len(code):
        kind, *more = code[at]
        at += 1
        if kind == "text":
            out.append(more[0])
        elif kind == "out":
            out.append(output(more[0], scopes[-1]))
        elif kind == "if":
            turned, path, other = more
            if bool(look(path, scopes[-1])) == turned:
                at = other
        elif kind == "each":
            name, path, other = more
            items = look(path, scopes[-1])
            if not isinstance(items, list) and items is not None:
                raise TypeError("a loop needs a list")
            if items:
                running.append([at, name, items, 1])
                scopes.append({**scopes[-1], "count": 1, name: items[0]})
            else:
                at = other
        else:
            start, after = more
            if code[start][0] == "if":
                at = after
                continue
            scopes.pop()
            first, name, items, count = running[-1]
            if count < len(items):
                scopes.append({**scopes[-1], "count": count + 1, name: items[count]})
                running[-1][3] += 1
                at = first
            else:
                running.pop()
                at = after
    return "".join(out)
