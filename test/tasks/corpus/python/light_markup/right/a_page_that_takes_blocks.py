# A class takes the lines of a block at a time; lists nest by dividing.
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

def list_html(items):
    """Depths are settled first; then the items of one depth are divided and what lies between them nests."""
    settled = []
    depth = 0
    for marks, text in items:
        depth = min(depth + 1, len(marks))
        settled.append((depth, "ul" if marks.startswith("-") else "ol", text))
    return nest(settled, 1)


def nest(items, depth):
    heads = [place for place, item in enumerate(items) if item[0] == depth] + [len(items)]
    html = ""
    tag = None
    for start, end in zip(heads, heads[1:]):
        if items[start][1] != tag:
            html += f"</{tag}>" if tag else ""
            tag = items[start][1]
            html += f"<{tag}>"
        html += f"<li>{inline(items[start][2])}{nest(items[start + 1 : end], depth + 1)}</li>"
    return html + (f"</{tag}>" if tag else "")

class Page:
    """Takes lines one after another; a method for each kind of line takes all that belong to its block."""

    def __init__(self, text):
        self.lines = text.split("\n")[::-1]
        self.numbers = []
        self.blocks = []

    def next_kind(self):
        line = self.lines[-1].strip(" ")
        marks = line[: len(line) - len(line.lstrip(line[:1]))] if line else ""
        if line == "~~~":
            return "code"
        if not line:
            return "empty"
        if len(line) > len(marks) and line[len(marks)] == " ":
            if marks[0] == "=" and len(marks) <= 3:
                return "heading"
            if marks[0] in "-+":
                return "items"
        return "paragraph"

    def run(self):
        while self.lines:
            getattr(self, "take_" + self.next_kind())()
        return "\n".join(self.blocks)

    def all_of(self, kind):
        while self.lines and self.next_kind() == kind:
            yield self.lines.pop().strip(" ")

    def take_empty(self):
        self.lines.pop()

    def take_code(self):
        self.lines.pop()
        code = []
        while self.lines:
            line = self.lines.pop()
            if line.strip(" ") == "~~~":
                break
            code.append(escape(line))
        self.blocks.append("<pre>" + "\n".join(code) + "</pre>")

    def take_heading(self):
        marks, title = self.lines.pop().strip(" ").split(" ", 1)
        level = len(marks)
        self.numbers = (self.numbers + [0, 0, 0])[:level]
        self.numbers[-1] += 1
        number = ".".join(str(each) for each in self.numbers)
        self.blocks.append(f"<h{level}>{number} {inline(title.lstrip(' '))}</h{level}>")

    def take_items(self):
        rows = [line.split(" ", 1) for line in self.all_of("items")]
        self.blocks.append(list_html([(marks, text.lstrip(" ")) for marks, text in rows]))

    def take_paragraph(self):
        self.blocks.append("<p>" + inline(" ".join(self.all_of("paragraph"))) + "</p>")


def render(text):
    return Page(text).run()
