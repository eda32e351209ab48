# A paragraph's lines by a loop that eats words from the front of a deque.
from collections import deque


def justify_text(text, width):
    if width < 2:
        raise ValueError("width")
    out = []
    for words in paragraphs(text):
        if out:
            out.append("")
        queue = deque(words)
        side = 0
        while queue:
            line = take_line(queue, width)
            if queue:
                out.append(stretch(line, width, side))
            else:
                out.append(" ".join(line))
            side = 1 - side
    return out


def paragraphs(text):
    current = []
    for line in text.split("\n"):
        found = line.replace("\t", " ").split(" ")
        found = list(filter(None, found))
        if not found and current:
            yield current
            current = []
        current = current + found
    if current:
        yield current


def take_line(queue, width):
    line = []
    room = width
    while queue:
        word = queue[0]
        if len(word) > width:
            queue.popleft()
            queue.appendleft(word[width - 1 :])
            queue.appendleft(word[: width - 1] + "-")
            continue
        if len(word) > room:
            break
        line.append(queue.popleft())
        room -= len(word) + 1
    return line


def stretch(line, width, side):
    if len(line) < 2:
        return "".join(line)
    letters = sum(len(word) for word in line)
    gaps = len(line) - 1
    spaces = width - letters
    sizes = [(spaces + gaps - 1 - place) // gaps for place in range(gaps)]
    if side:
        sizes.reverse()
    return "".join(word + " " * size for word, size in zip(line, sizes + [0]))
