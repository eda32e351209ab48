# A class takes blocks; styles are replaced by one pattern.
import re


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

def list_html(items):
    """One pass with a stack of the lists that are open."""
    made = ""
    open_lists = []
    for marks, text in items:
        depth = min(len(marks), len(open_lists) + 1)
        tag = "ul" if marks[0] == "-" else "ol"
        while len(open_lists) > depth:
            made += f"</li></{open_lists.pop()}>"
        if len(open_lists) == depth:
            made += "</li>"
            if open_lists[-1] != tag:
                made += f"</{open_lists.pop()}>"
        if len(open_lists) < depth:
            open_lists.append(tag)
            made += f"<{tag}>"
        made += "<li>" + inline(text)
    while open_lists:
        made += f"</li></{open_lists.pop()}>"
    return made

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
