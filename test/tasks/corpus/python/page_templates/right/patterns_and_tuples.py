# A pattern divides the template; filters are functions, nodes tuples.
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

class Template:
    """Recursive descent to nested tuples, then recursion over them with a dict of names."""

    def __init__(self, template):
        self.rest = list(pieces(template))[::-1]

    def block(self, inside):
        nodes = []
        while self.rest:
            is_tag, text = self.rest.pop()
            if not is_tag:
                nodes.append(("text", text))
                continue
            words = [word for word in text.split(" ") if word]
            if text in ("else", "end"):
                if not inside:
                    raise ValueError("out of place: " + text)
                return nodes, text
            if words[:1] == ["if"]:
                turned = words[1:2] == ["not"]
                if len(words) != 2 + turned:
                    raise ValueError("a wrong condition")
                nodes.append(("if", turned, read_path(words[-1]), *self.sides()))
            elif words[:1] == ["each"]:
                if len(words) != 4 or words[2] != "in" or "." in words[1]:
                    raise ValueError("a wrong loop")
                read_path(words[1])
                nodes.append(("each", words[1], read_path(words[3]), *self.sides()))
            else:
                nodes.append(("out", read_output(text)))
        if inside:
            raise ValueError("an end is missing")
        return nodes, None

    def sides(self):
        first, stop = self.block(True)
        other = []
        if stop == "else":
            other, stop = self.block(True)
            if stop == "else":
                raise ValueError("an else too many")
        return first, other


def shown(nodes, scope):
    text = ""
    for node in nodes:
        kind = node[0]
        if kind == "text":
            text += node[1]
        elif kind == "out":
            text += output(node[1], scope)
        elif kind == "if":
            _, turned, path, first, other = node
            text += shown(other if bool(look(path, scope)) == turned else first, scope)
        else:
            _, name, path, first, other = node
            items = look(path, scope)
            if items is not None and not isinstance(items, list):
                raise TypeError("only lists have items")
            for count, item in enumerate(items or [], 1):
                text += shown(first, {**scope, "count": count, name: item})
            if not items:
                text += shown(other, scope)
    return text


def render(template, values):
    nodes, _ = Template(template).block(False)
    return shown(nodes, values)
