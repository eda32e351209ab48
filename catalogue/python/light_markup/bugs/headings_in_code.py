import re

FENCE = "~~~"
HEADING = re.compile(r"(={1,3}) +(.+)")
ITEM = re.compile(r"(-+|\++) +(.+)")
LISTS = {"-": "ul", "+": "ol"}
STYLES = {"*": "b", "_": "i", "`": "code"}


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def link(inner):
    label, target = inner.split("|", 1)
    shown = inline(label) if label else escape(target)
    address = escape(target).replace('"', "&quot;")
    return f'<a href="{address}">{shown}</a>'


def inline(text):
    """Marks that have no partner stay as they are."""
    out = []
    place = 0
    while place < len(text):
        mark = text[place]
        end = text.find("]" if mark == "[" else mark, place + 1)
        inner = text[place + 1 : end] if end > 0 else ""
        if mark == "[" and "|" in inner:
            out.append(link(inner))
        elif mark in STYLES and inner:
            tag = STYLES[mark]
            out.append(f"<{tag}>{escape(inner) if tag == 'code' else inline(inner)}</{tag}>")
        else:
            out.append(escape(mark))
            end = place
        place = end + 1
    return "".join(out)


class Numbering:
    """The numbers of headings: 1, 1.1, 1.2, 2 and so on."""

    def __init__(self):
        self.counts = [0, 0, 0]

    def following(self, level):
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (3 - level)
        return ".".join(str(count) for count in self.counts[:level])


def blocks(text):
    """Pairs of a kind and its lines: ("code", lines), ("heading", [marks, title]), ("list", items) or ("text", lines)."""
    found = []
    code = None
    for line in text.split("\n"):
        bare = line.strip(" ")
        if bare == FENCE:
            if code is None:
                code = []
                found.append(("code", code))
            else:
                code = None
        elif HEADING.fullmatch(bare):
            found.append(("heading", HEADING.fullmatch(bare).groups()))
        elif code is not None:
            code.append(line)
        elif bare == "":
            found.append(("gap", []))
        else:
            item = ITEM.fullmatch(bare)
            kind = "list" if item else "text"
            if not found or found[-1][0] != kind:
                found.append((kind, []))
            found[-1][1].append(item.groups() if item else bare)
    return found


def nested_lists(items):
    out = []
    open_lists = []

    def close_to(depth):
        while len(open_lists) > depth:
            out.append(f"</li></{open_lists.pop()}>")

    for marks, text in items:
        depth = min(len(marks), len(open_lists) + 1)
        name = LISTS[marks[0]]
        close_to(depth)
        if len(open_lists) == depth and open_lists[-1] != name:
            close_to(depth - 1)
        if len(open_lists) == depth:
            out.append("</li><li>")
        else:
            open_lists.append(name)
            out.append(f"<{name}><li>")
        out.append(inline(text))
    close_to(0)
    return "".join(out)


def render(text):
    out = []
    numbering = Numbering()
    for kind, lines in blocks(text):
        if kind == "heading":
            marks, title = lines
            level = len(marks)
            out.append(f"<h{level}>{numbering.following(level)} {inline(title)}</h{level}>")
        elif kind == "list":
            out.append(nested_lists(lines))
        elif kind == "code":
            out.append("<pre>" + escape("\n".join(lines)) + "</pre>")
        elif kind == "text":
            out.append("<p>" + inline(" ".join(lines)) + "</p>")
    return "\n".join(out)
