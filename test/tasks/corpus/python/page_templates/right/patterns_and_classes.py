# A pattern divides the template; a class for each kind of node.
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

class Text:
    def __init__(self, text):
        self.text = text

    def show(self, scope, out):
        out.append(self.text)


class Output:
    def __init__(self, tag):
        self.part = read_output(tag)

    def show(self, scope, out):
        out.append(output(self.part, scope))


class Block:
    """A tag that goes on to its end; sides holds what stands before and after its else."""

    def __init__(self):
        self.sides = [[]]

    def add(self, node):
        self.sides[-1].append(node)

    def turn(self):
        self.sides.append([])
        if len(self.sides) > 2:
            raise ValueError("a second else")

    def show_side(self, number, scope, out):
        if number < len(self.sides):
            for node in self.sides[number]:
                node.show(scope, out)


class Condition(Block):
    def __init__(self, words):
        super().__init__()
        self.wanted = words[0] != "not" if words else True
        words = words if self.wanted else words[1:]
        if len(words) != 1:
            raise ValueError("one path is needed")
        self.path = read_path(words[0])

    def show(self, scope, out):
        self.show_side(0 if bool(look(self.path, scope)) is self.wanted else 1, scope, out)


class Loop(Block):
    def __init__(self, words):
        super().__init__()
        if len(words) != 3 or words[1] != "in" or "." in words[0]:
            raise ValueError("each name in path")
        read_path(words[0])
        self.name, self.path = words[0], read_path(words[2])

    def show(self, scope, out):
        items = look(self.path, scope)
        if items is None:
            items = []
        if not isinstance(items, list):
            raise TypeError("not a list")
        count = 0
        for item in items:
            count += 1
            inner = dict(scope)
            inner["count"] = count
            inner[self.name] = item
            self.show_side(0, inner, out)
        if count == 0:
            self.show_side(1, scope, out)


def tree(template):
    open_blocks = [Block()]
    for is_tag, text in pieces(template):
        if not is_tag:
            open_blocks[-1].add(Text(text))
            continue
        head, *words = text.split(" ") if text else [""]
        words = [word for word in words if word]
        if text == "end" or text == "else":
            if len(open_blocks) == 1:
                raise ValueError(text + " of nothing")
            if text == "end":
                open_blocks.pop()
            else:
                open_blocks[-1].turn()
        elif head in ("if", "each"):
            block = (Condition if head == "if" else Loop)(words)
            open_blocks[-1].add(block)
            open_blocks.append(block)
        else:
            open_blocks[-1].add(Output(text))
    if len(open_blocks) > 1:
        raise ValueError("a block is left open")
    return open_blocks[0]


def render(template, values):
    out = []
    tree(template).show_side(0, values, out)
    return "".join(out)
