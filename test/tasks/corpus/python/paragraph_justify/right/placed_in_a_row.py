# Each word is placed at its column in a row of spaces.
def justify_text(text, width):
    if width < 2:
        raise ValueError("at least 2")
    result = []
    current = []
    for raw in text.split("\n") + [""]:
        cleaned = raw.replace("\t", " ").strip(" ")
        if cleaned:
            current.append(cleaned)
            continue
        if current:
            if result:
                result.append("")
            result.extend(rows(" ".join(current), width))
        current = []
    return result


def rows(text, width):
    words = [word for word in text.split(" ") if word]
    place = 0
    while place < len(words):
        if len(words[place]) > width:
            words[place : place + 1] = [words[place][: width - 1] + "-", words[place][width - 1 :]]
        place += 1
    done = []
    while words:
        taken = [words.pop(0)]
        while words and sum(len(word) + 1 for word in taken) + len(words[0]) <= width:
            taken.append(words.pop(0))
        done.append(row(taken, width, len(done) % 2 == 1) if words else " ".join(taken))
    return done


def row(words, width, right):
    if len(words) == 1:
        return words[0]
    marks = [" "] * width
    gaps = len(words) - 1
    spare = width - sum(len(word) for word in words)
    column = 0
    for place, word in enumerate(words):
        marks[column : column + len(word)] = word
        column += len(word) + spare // gaps
        if (gaps - place <= spare % gaps) if right else (place < spare % gaps):
            column += 1
    return "".join(marks[:width])
