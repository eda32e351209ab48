import re


def justify_text(text, width):
    if width < 2:
        raise ValueError("width must be at least 2")
    lines = []
    from_right = False
    for words in paragraphs_of(text):
        if lines:
            lines.append("")
        rows = fill_rows(words, width)
        for row in rows[:-1]:
            lines.append(spread_row(row, width, from_right))
            from_right = not from_right
        lines.append(" ".join(rows[-1]))
    return lines


def paragraphs_of(text):
    paragraphs = [[]]
    for line in text.split("\n"):
        words = re.findall(r"[^ \t]+", line)
        if words:
            paragraphs[-1].extend(words)
        else:
            paragraphs.append([])
    return [words for words in paragraphs if words]


def cut_word(word, width):
    pieces = []
    while len(word) > width:
        pieces.append(word[: width - 1] + "-")
        word = word[width - 1 :]
    pieces.append(word)
    return pieces


def fill_rows(words, width):
    rows = []
    room = 0
    for word in words:
        for piece in cut_word(word, width):
            if len(piece) + 1 <= room:
                rows[-1].append(piece)
                room -= len(piece) + 1
            else:
                rows.append([piece])
                room = width - len(piece)
    return rows


def spread_row(row, width, from_right):
    gaps = len(row) - 1
    if gaps == 0:
        return row[0]
    spaces = width - sum(len(word) for word in row)
    each, extra = divmod(spaces, gaps)
    line = row[0]
    for place, word in enumerate(row[1:]):
        wide = gaps - place <= extra if from_right else place < extra
        line += " " * (each + wide) + word
    return line
