# The spaces of a line are divided by running totals.
def justify_text(text, width):
    if width < 2:
        raise ValueError("width")
    out = []
    paragraph = []
    for line in (text + "\n").split("\n"):
        words = " ".join(line.split("\t")).split(" ")
        words = [word for word in words if len(word)]
        if words:
            paragraph.append(words)
        if not words and paragraph:
            if len(out) > 0:
                out.append("")
            out.extend(set_paragraph([word for line in paragraph for word in line], width))
            paragraph = []
    if paragraph:
        if len(out) > 0:
            out.append("")
        out.extend(set_paragraph([word for line in paragraph for word in line], width))
    return out


def hyphenated(word, width):
    while len(word) > width:
        yield word[: width - 1] + "-"
        word = word[width - 1 :]
    yield word


def set_paragraph(words, width):
    queue = [piece for word in words for piece in hyphenated(word, width)]
    lines = []
    while queue:
        count = 1
        while count < len(queue) and len(" ".join(queue[: count + 1])) <= width:
            count += 1
        lines.append(queue[:count])
        queue = queue[count:]
    last = lines.pop()
    result = []
    first_side = True
    for line in lines:
        gaps = len(line) - 1
        spaces = width - len("".join(line))
        out = line[0]
        used = 0
        for gap in range(1, gaps + 1):
            upto = total(spaces, gaps, gap, first_side)
            out += " " * (upto - used) + line[gap]
            used = upto
        result.append(out)
        first_side = not first_side
    return result + [" ".join(last)]


def total(spaces, gaps, gap, left):
    base, more = divmod(spaces, gaps)
    if left:
        return base * gap + min(gap, more)
    return base * gap + max(0, gap - (gaps - more))
