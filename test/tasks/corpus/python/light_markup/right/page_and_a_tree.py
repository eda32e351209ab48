# A class takes blocks; a tree of items.
TAGS = {"*": "b", "_": "i", "`": "code"}


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def inline(text):
    result = ""
    at = 0
    while at < len(text):
        mark = text[at]
        end = text.find(mark if mark in TAGS else "]", at + 1)
        inner = text[at + 1 : end] if end > at + 1 else ""
        if mark in TAGS and inner:
            result += f"<{TAGS[mark]}>{escape(inner) if mark == '`' else inline(inner)}</{TAGS[mark]}>"
            at = end + 1
        elif mark == "[" and "|" in inner:
            shown, target = inner.split("|", 1)
            result += f'<a href="{escape(target).replace(chr(34), "&quot;")}">{inline(shown) or escape(target)}</a>'
            at = end + 1
        else:
            result += escape(mark)
            at += 1
    return result

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
