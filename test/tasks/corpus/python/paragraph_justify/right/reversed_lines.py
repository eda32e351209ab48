# Lines with wide gaps at the right are set mirrored and turned round.
def justify_text(text, width):
    if width < 2:
        raise ValueError("width must be 2 or more")
    lines = text.replace("\t", " ").split("\n")
    out, words = [], []
    for line in lines + [""]:
        if line.strip(" "):
            words.extend(word for word in line.split(" ") if word != "")
        elif words:
            out += ([""] if out else []) + paragraph(words, width)
            words = []
    return out


def paragraph(words, width):
    short = []
    for word in words:
        while len(word) > width:
            short.append(word[: width - 1] + "-")
            word = word[width - 1 :]
        short.append(word)
    rows = []
    for word in short:
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += " " + word
        else:
            rows.append(word)
    for number in range(len(rows) - 1):
        if number % 2 == 0:
            rows[number] = widened(rows[number], width)
        else:
            rows[number] = widened(rows[number][::-1], width)[::-1]
    return rows


def widened(row, width):
    parts = row.split(" ")
    if len(parts) == 1:
        return row
    missing = width - len(row)
    each, more = divmod(missing, len(parts) - 1)
    result = ""
    for place, part in enumerate(parts[:-1]):
        result += part + " " + " " * each + (" " if place < more else "")
    return result + parts[-1]
