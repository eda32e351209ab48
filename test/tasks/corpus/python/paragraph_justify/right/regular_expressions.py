# Paragraphs and words found by regular expressions.
import re


def justify_text(text, width):
    if width < 2:
        raise ValueError(width)
    out = []
    for block in re.split(r"\n(?:[ \t]*\n)+", "\n" + text + "\n"):
        words = []
        for word in re.findall(r"[^ \t\n]+", block):
            pieces = re.findall(r"(?s).{1,%d}" % (width - 1), word)
            while len(pieces) > 1 and len(pieces[-2]) + len(pieces[-1]) <= width:
                pieces[-2:] = [pieces[-2] + pieces[-1]]
            words += [piece + "-" for piece in pieces[:-1]] + pieces[-1:]
        if not words:
            continue
        if out:
            out.append("")
        out.extend(set_lines(words, width))
    return out


def set_lines(words, width):
    odd = True
    line = [words[0]]
    length = len(words[0])
    for word in words[1:]:
        if length + 1 + len(word) <= width:
            line.append(word)
            length += 1 + len(word)
            continue
        yield stretched(line, width - length, odd)
        odd = not odd
        line, length = [word], len(word)
    yield " ".join(line)


def stretched(line, missing, from_left):
    gaps = [" "] * (len(line) - 1)
    while gaps and missing > 0:
        order = range(len(gaps)) if from_left else reversed(range(len(gaps)))
        for gap in order:
            if missing:
                gaps[gap] += " "
                missing -= 1
    return "".join(word + gap for word, gap in zip(line, gaps + [""]))
