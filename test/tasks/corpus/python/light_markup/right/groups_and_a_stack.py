# Lines of a kind are grouped; a stack of open lists.
import re
from itertools import groupby


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
