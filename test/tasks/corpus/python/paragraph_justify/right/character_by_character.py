# Words are gathered character by character, with the newlines between them counted.
def justify_text(text, width):
    if width <= 1:
        raise ValueError("no room for a letter and a hyphen")
    result, paragraph, word, newlines = [], [], "", 0
    for mark in text + "\n\n":
        if mark not in " \t\n":
            word += mark
            newlines = 0
            continue
        if word:
            paragraph.append(word)
            word = ""
        if mark == "\n":
            newlines += 1
            if newlines == 2 and paragraph:
                if result:
                    result.append("")
                result += lay_out(paragraph, width)
                paragraph = []
    return result


def lay_out(words, width):
    pieces = []
    for word in words:
        start = 0
        while len(word) - start > width:
            pieces.append(word[start : start + width - 1] + "-")
            start += width - 1
        pieces.append(word[start:])
    lines = []
    begin = 0
    while begin < len(pieces):
        end = begin + 1
        length = len(pieces[begin])
        while end < len(pieces) and length + 1 + len(pieces[end]) <= width:
            length += 1 + len(pieces[end])
            end += 1
        lines.append((pieces[begin:end], length))
        begin = end
    text = []
    for number, (line, length) in enumerate(lines):
        if number == len(lines) - 1 or len(line) == 1:
            text.append(" ".join(line))
            continue
        gaps = len(line) - 1
        missing = width - length
        text_line = line[0]
        given = 0
        for gap in range(1, gaps + 1):
            if number % 2 == 0:
                extra = missing // gaps + (1 if gap <= missing % gaps else 0)
            else:
                extra = missing // gaps + (1 if gap > gaps - missing % gaps else 0)
            given += extra
            text_line += " " + " " * extra + line[gap]
        text.append(text_line)
    return text
