# A class for each kind of node; blocks are kept on a stack while they are open.
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
