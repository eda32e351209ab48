# A link with an empty target stays as it is.
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
        elif mark == "[" and "|" in inner and inner.split("|", 1)[1]:
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
