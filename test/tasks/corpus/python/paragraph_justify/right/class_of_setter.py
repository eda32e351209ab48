# An object that keeps the lines and the number of the line within the paragraph.
class Setter:
    def __init__(self, width):
        if width < 2:
            raise ValueError("width below 2")
        self.width = width
        self.lines = []
        self.words = []
        self.number = 0

    def add(self, word):
        head, rest = word[: self.width - 1], word[self.width - 1 :]
        if len(word) > self.width:
            self.add_short(head + "-")
            self.add(rest)
        else:
            self.add_short(word)

    def add_short(self, word):
        needed = sum(len(other) + 1 for other in self.words) + len(word)
        if needed > self.width:
            self.flush(True)
        self.words.append(word)

    def flush(self, full):
        line = list(self.words)
        if full and len(line) > 1:
            missing = self.width - len(" ".join(line))
            gaps = len(line) - 1
            for step in range(missing):
                place = step % gaps
                if self.number % 2:
                    place = gaps - 1 - place
                line[place] += " "
        self.lines.append(" ".join(line))
        self.words = []
        self.number += 1

    def end(self):
        if self.words:
            self.flush(False)
            self.lines.append("")
        self.number = 0


def justify_text(text, width):
    setter = Setter(width)
    for line in text.split("\n"):
        if not line.strip(" \t"):
            setter.end()
        for word in line.replace("\t", " ").split(" "):
            if word:
                setter.add(word)
    setter.end()
    return setter.lines[:-1]
