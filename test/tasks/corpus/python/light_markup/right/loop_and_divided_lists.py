# A loop over the lines; lists are divided at the items of a depth.
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
