# Looks at the width only where there are words.
def cut(words, width):
    result = []
    for word in words:
        while len(word) > width:
            result.append(word[: width - 1] + "-")
            word = word[width - 1 :]
        result.append(word)
    return result


def fill(words, width):
    lines = [[]]
    for word in words:
        if lines[-1] and len(" ".join(lines[-1] + [word])) > width:
            lines.append([])
        lines[-1].append(word)
    return lines


def spread(words, width, left):
    gaps = len(words) - 1
    if gaps == 0:
        return words[0]
    spare = width - sum(map(len, words))
    each, more = divmod(spare, gaps)
    line = words[0]
    for place, word in enumerate(words[1:]):
        wide = place < more if left else place >= gaps - more
        line += " " * (each + wide) + word
    return line


def justify_text(text, width):
    if width < 2 and text.strip():
        raise ValueError("too narrow")
    paragraphs = [[]]
    for line in text.split("\n"):
        words = line.replace("\t", " ").split(" ")
        words = [word for word in words if word]
        if words:
            paragraphs[-1] += words
        elif paragraphs[-1]:
            paragraphs.append([])
    out = []
    for words in paragraphs:
        if not words:
            continue
        if out:
            out.append("")
        lines = fill(cut(words, width), width)
        for number, line in enumerate(lines[:-1]):
            out.append(spread(line, width, number % 2 == 0))
        out.append(" ".join(lines[-1]))
    return out
