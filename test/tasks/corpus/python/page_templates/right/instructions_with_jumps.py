# A flat list of instructions with jumps, run by one loop with a stack of scopes.
import re


def pieces(template):
    """Pairs of whether it is a tag, and the text or what stands in the tag."""
    result = []
    at = 0
    while at < len(template):
        brace = template.find("{", at)
        if brace < 0:
            brace = len(template)
        if brace > at:
            result.append((False, template[at:brace]))
        if brace == len(template):
            break
        if template.startswith("{{", brace):
            result.append((False, "{"))
            at = brace + 2
            continue
        end = template.find("}", brace)
        if end < 0:
            raise ValueError("a tag is left open")
        result.append((True, template[brace + 1 : end].strip(" ")))
        at = end + 1
    return result

RESERVED = {"if", "not", "each", "in", "else", "end"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
STEP = re.compile(r"[A-Za-z0-9_]+")


def read_path(text):
    name, *steps = text.split(".")
    if not NAME.fullmatch(name) or name in RESERVED or not all(STEP.fullmatch(step) for step in steps):
        raise ValueError("not a path: " + text)
    return name, steps


def read_filter(text):
    name, colon, argument = text.strip(" ").partition(":")
    name, argument = name.strip(" "), argument.strip(" ")
    if name in ("upper", "size") and not colon:
        return name, None
    if name == "cut" and re.fullmatch("[0-9]+", argument):
        return name, int(argument)
    if name == "or" and colon:
        return name, argument
    raise ValueError("not a filter: " + text)


def read_output(tag):
    path, *filters = tag.split("|")
    return read_path(path.strip(" ")), [read_filter(each) for each in filters]


def look(path, scope):
    name, steps = path
    value = scope.get(name)
    for step in steps:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and re.fullmatch("[0-9]+", step) and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def written(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(written(item) for item in value)
    if isinstance(value, dict):
        raise TypeError("a dict cannot be written")
    return str(value)


def output(part, scope):
    path, filters = part
    value = look(path, scope)
    for name, argument in filters:
        if name == "upper":
            value = written(value).upper()
        elif name == "cut":
            value = written(value)[:argument]
        elif name == "or":
            value = value or argument
        elif isinstance(value, (str, list, dict)):
            value = len(value)
        else:
            raise TypeError("no size")
    return written(value)

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
