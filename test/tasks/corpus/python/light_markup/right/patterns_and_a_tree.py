# Patterns classify the lines and find the styles; items form a tree.
import re
from itertools import groupby


STYLE = re.compile(r"\*([^*]+)\*|_([^_]+)_|`([^`]+)`|\[([^\]|]*)\|([^\]]*)\]|[&<>]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(text):
    return re.sub("[&<>]", lambda match: ENTITIES[match[0]], text)


def styled(match):
    bold, italic, code, shown, target = match.groups()
    if bold is not None:
        return f"<b>{inline(bold)}</b>"
    if italic is not None:
        return f"<i>{inline(italic)}</i>"
    if code is not None:
        return f"<code>{escape(code)}</code>"
    if target is not None:
        href = re.sub('[&<>"]', lambda mark: ENTITIES[mark[0]], target)
        return f'<a href="{href}">{inline(shown) if shown else escape(target)}</a>'
    return ENTITIES[match[0]]


def inline(text):
    return STYLE.sub(styled, text)

class Item:
    def __init__(self, text):
        self.text = text
        self.lists = []

    def html(self):
        return "<li>" + inline(self.text) + self.inner() + "</li>"

    def inner(self):
        return "".join(f"<{tag}>{''.join(item.html() for item in items)}</{tag}>" for tag, items in self.lists)


def list_html(items):
    """A tree of items is built first: each holds the lists within it, one after another."""
    path = [Item("")]
    for marks, text in items:
        del path[len(marks) :]
        lists = path[-1].lists
        tag = {"-": "ul", "+": "ol"}[marks[0]]
        if not lists or lists[-1][0] != tag:
            lists.append((tag, []))
        path.append(Item(text))
        lists[-1][1].append(path[-1])
    return path[0].inner()


HEADING = re.compile(r"(={1,3}) +(.+)")
ITEM = re.compile(r"(-+|\++) +(.+)")


def classified(text):
    """Triples of a kind, a number that keeps apart what must not be joined, and the content."""
    lines = iter(enumerate(text.split("\n")))
    for number, line in lines:
        bare = line.strip(" ")
        if bare == "~~~":
            code = []
            for _, inner in lines:
                if inner.strip(" ") == "~~~":
                    break
                code.append(inner)
            yield "code", number, "\n".join(code)
        elif HEADING.fullmatch(bare):
            yield "heading", number, HEADING.fullmatch(bare).groups()
        elif ITEM.fullmatch(bare):
            yield "list", 0, ITEM.fullmatch(bare).groups()
        elif bare:
            yield "paragraph", 0, bare
        else:
            yield "gap", 0, None


def render(text):
    blocks = []
    counts = {1: 0, 2: 0, 3: 0}
    for (kind, _), group in groupby(classified(text), key=lambda row: row[:2]):
        contents = [row[2] for row in group]
        if kind == "code":
            blocks.append(f"<pre>{escape(contents[0])}</pre>")
        elif kind == "list":
            blocks.append(list_html(contents))
        elif kind == "paragraph":
            blocks.append(f"<p>{inline(' '.join(contents))}</p>")
        elif kind == "heading":
            marks, title = contents[0]
            level = len(marks)
            for deeper in range(level + 1, 4):
                counts[deeper] = 0
            counts[level] += 1
            number = ".".join(str(counts[each]) for each in range(1, level + 1))
            blocks.append(f"<h{level}>{number} {inline(title)}</h{level}>")
    return "\n".join(blocks)
