# Paragraphs are groups of lines that are not blank.
from itertools import groupby


def justify_text(text, width):
    if width < 2:
        raise ValueError
    blocks = [list(lines) for blank, lines in groupby(text.split("\n"), key=is_blank) if not blank]
    result = []
    for block in blocks:
        result.extend(one_paragraph(block, width))
        result.append("")
    return result[:-1]


def is_blank(line):
    return set(line) <= {" ", "\t"}


def pieces(word, width):
    if len(word) <= width:
        return [word]
    count = -(-(len(word) - 1) // (width - 1)) - 1
    cuts = [word[n * (width - 1) : (n + 1) * (width - 1)] + "-" for n in range(count)]
    return cuts + [word[count * (width - 1) :]]


def one_paragraph(block, width):
    words = [piece for line in block for word in line.replace("\t", " ").split(" ") if word for piece in pieces(word, width)]
    rows, row = [], []
    for word in words:
        if row and sum(map(len, row)) + len(row) + len(word) > width:
            rows.append(row)
            row = []
        row.append(word)
    out = [spread(row, width, number) for number, row in enumerate(rows)]
    return out + [" ".join(row)]


def spread(row, width, number):
    if len(row) == 1:
        return row[0]
    spaces, wide = divmod(width - sum(map(len, row)), len(row) - 1)
    narrow, broad = " " * spaces, " " * (spaces + 1)
    if number % 2 == 0:
        return narrow.join([broad.join(row[: wide + 1])] + row[wide + 1 :])
    edge = len(row) - 1 - wide
    return broad.join([narrow.join(row[: edge + 1])] + row[edge + 1 :])
