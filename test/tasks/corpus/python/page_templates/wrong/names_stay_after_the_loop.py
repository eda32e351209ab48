# The names that a loop sets stay set after it.
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
                scope["count"] = count
                scope[name] = item
                text += shown(first, scope)
            if not items:
                text += shown(other, scope)
    return text


def render(template, values):
    nodes, _ = Template(template).block(False)
    return shown(nodes, dict(values))
