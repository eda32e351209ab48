# A loop over the lines; a tree of items; styles divided from the left.
import html


def escape(text):
    return html.escape(text, quote=False)


def pieces(text):
    """Divides a text into plain pieces and ready ones, from the left."""
    while text:
        places = [place for place in map(text.find, "*_`[") if place >= 0]
        start = min(places, default=len(text))
        if start:
            yield escape(text[:start])
            text = text[start:]
            continue
        made, used = element(text)
        yield made
        text = text[used:]


def element(text):
    """What the text begins with, and how many characters it takes."""
    mark = text[0]
    if mark == "[":
        inner, closed, _ = text[1:].partition("]")
        shown, divided, target = inner.partition("|")
        if not closed or not divided:
            return "[", 1
        quoted = escape(target).replace('"', "&quot;")
        return f'<a href="{quoted}">{inline(shown) if shown else escape(target)}</a>', len(inner) + 2
    inner, closed, _ = text[1:].partition(mark)
    if not closed or not inner:
        return mark, 1
    if mark == "`":
        return "<code>" + escape(inner) + "</code>", len(inner) + 2
    tag = "b" if mark == "*" else "i"
    return f"<{tag}>{inline(inner)}</{tag}>", len(inner) + 2


def inline(text):
    return "".join(pieces(text))

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

def render(text):
    blocks = []
    counts = [0, 0, 0]
    paragraph, items, code = [], [], None

    def finish():
        if paragraph:
            blocks.append("<p>" + inline(" ".join(paragraph)) + "</p>")
        if items:
            blocks.append(list_html(items))
        paragraph.clear()
        items.clear()

    for raw in text.split("\n"):
        line = raw.strip(" ")
        if code is not None:
            if line == "~~~":
                blocks.append("<pre>" + escape("\n".join(code)) + "</pre>")
                code = None
            else:
                code.append(raw)
            continue
        marks, _, rest = line.partition(" ")
        rest = rest.strip(" ")
        if line == "~~~":
            finish()
            code = []
        elif not line:
            finish()
        elif rest and marks in ("=", "==", "==="):
            finish()
            level = len(marks)
            counts[level - 1] += 1
            counts[level:] = [0] * (3 - level)
            number = ".".join(map(str, counts[:level]))
            blocks.append(f"<h{level}>{number} {inline(rest)}</h{level}>")
        elif rest and set(marks) in ({"-"}, {"+"}):
            if paragraph:
                finish()
            items.append((marks, rest))
        else:
            if items:
                finish()
            paragraph.append(line)
    finish()
    if code is not None:
        blocks.append("<pre>" + escape("\n".join(code)) + "</pre>")
    return "\n".join(blocks)
