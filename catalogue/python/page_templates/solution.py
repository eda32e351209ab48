import re

NAME = "[A-Za-z_][A-Za-z0-9_]*"
PATH = NAME + r"(?:\.[A-Za-z0-9_]+)*"
IF = re.compile(f"if +(not +)?({PATH})")
EACH = re.compile(f"each +({NAME}) +in +({PATH})")
VALUE = re.compile(f"({PATH})((?: *\\|[^|]*)*)")
RESERVED = ("if", "not", "each", "in", "else", "end")
PIECE = re.compile(r"\{\{|\{([^}]*)\}|\{|[^{]+")


def size(value, _):
    if isinstance(value, (str, list, dict)):
        return len(value)
    raise TypeError(f"{value!r} has no size")


# What each filter does, and what its argument must look like.
FILTERS = {
    "upper": (lambda value, _: written(value).upper(), None),
    "size": (size, None),
    "cut": (lambda value, most: written(value)[: int(most)], re.compile("[0-9]+")),
    "or": (lambda value, other: value or other, re.compile("(?s).*")),
}


def read_filter(text):
    name, colon, argument = (part.strip(" ") for part in text.partition(":"))
    if name not in FILTERS:
        raise ValueError(f"there is no filter {name}")
    apply, shape = FILTERS[name]
    if bool(colon) != bool(shape) or shape and not shape.fullmatch(argument):
        raise ValueError(f"{argument} is no argument for {name}")
    return apply, argument


def split_path(text):
    steps = text.split(".")
    if steps[0] in RESERVED:
        raise ValueError(f"{steps[0]} is no name")
    return steps


class Parser:
    """Turns a template into nodes: ("text", text), ("value", path, filters), ("if", ...) and ("each", ...)."""

    def __init__(self, template):
        self.pieces = list(PIECE.finditer(template))
        self.place = 0

    def block(self, ends):
        """The nodes up to one of these tags, and the tag that it was; the last one ends with the template."""
        nodes = []
        while self.place < len(self.pieces):
            piece = self.pieces[self.place]
            self.place += 1
            if piece.group() == "{":
                raise ValueError("a tag is not closed")
            if piece.group(1) is None:
                nodes.append(("text", piece.group().replace("{{", "{")))
                continue
            tag = piece.group(1).strip(" ")
            if tag in ("else", "end"):
                if tag not in ends:
                    raise ValueError(f"unexpected {tag}")
                return nodes, tag
            nodes.append(self.node(tag))
        if ends:
            raise ValueError("an end is missing")
        return nodes, None

    def node(self, tag):
        found = IF.fullmatch(tag)
        if found:
            return ("if", split_path(found.group(2)), not found.group(1), *self.branches())
        found = EACH.fullmatch(tag)
        if found:
            return ("each", split_path(found.group(2)), *split_path(found.group(1)), *self.branches())
        found = VALUE.fullmatch(tag)
        if not found:
            raise ValueError(f"{tag} is no tag")
        return ("value", split_path(found.group(1)), [read_filter(text) for text in found.group(2).split("|")[1:]])

    def branches(self):
        main, tag = self.block(("else", "end"))
        other = self.block(("end",))[0] if tag == "else" else []
        return main, other


def look_up(path, scopes):
    first, *steps = path
    value = next((scope[first] for scope in reversed(scopes) if first in scope), None)
    for step in steps:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            value = None
    return value


def written(value):
    if value is None or isinstance(value, bool):
        return {None: "", True: "yes", False: "no"}[value]
    if isinstance(value, list):
        return ", ".join(written(item) for item in value)
    if isinstance(value, dict):
        raise TypeError("a dict cannot be written")
    return str(value)


def render_nodes(nodes, scopes):
    out = []
    for node in nodes:
        if node[0] == "text":
            out.append(node[1])
            continue
        value = look_up(node[1], scopes)
        if node[0] == "value":
            for apply, argument in node[2]:
                value = apply(value, argument)
            out.append(written(value))
        elif node[0] == "if":
            _, _, wanted, main, other = node
            out.append(render_nodes(main if bool(value) == wanted else other, scopes))
        else:
            out.append(render_each(node, value, scopes))
    return "".join(out)


def render_each(node, items, scopes):
    _, _, name, main, other = node
    if not isinstance(items, list) and items is not None:
        raise TypeError("only a list can be gone through")
    if not items:
        return render_nodes(other, scopes)
    out = []
    for count, item in enumerate(items, 1):
        out.append(render_nodes(main, [*scopes, {"count": count, name: item}]))
    return "".join(out)


def render(template, values):
    nodes, _ = Parser(template).block(())
    return render_nodes(nodes, [values])
