# Edits are tuples of what stood and what stands, found by comparing texts.
def difference(old, new):
    """Where the texts begin to differ, and what stands there in each."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, old[start : len(old) - end], new[start : len(new) - end]


def applied(text, edit, forward):
    start, old, new = edit
    gone, come = (old, new) if forward else (new, old)
    return text[:start] + come + text[start + len(gone) :]


class Editor:
    def __init__(self, text="", limit=100):
        self.content = text
        self.position = len(text)
        self.most = limit
        self.edits = []
        self.redoable = []
        self.in_word = False

    def show(self):
        return self.content[: self.position] + "|" + self.content[self.position :]

    def move(self, place):
        self.in_word = False
        self.position = 0 if place < 0 else min(place, len(self.content))

    def save(self, text, position):
        self.edits.append((difference(self.content, text), self.position, position))
        if len(self.edits) > self.most:
            del self.edits[0]
        self.redoable = []
        self.in_word = False
        self.content, self.position = text, position

    def insert(self, piece):
        if not piece:
            return
        single = len(piece) == 1
        if single and self.in_word and piece.split():
            edit, before, _ = self.edits.pop()
            older = applied(self.content, edit, False)
            self.content = self.content[: self.position] + piece + self.content[self.position :]
            self.position += 1
            self.edits.append((difference(older, self.content), before, self.position))
            return
        self.save(self.content[: self.position] + piece + self.content[self.position :], self.position + len(piece))
        self.in_word = single

    def delete(self, count):
        keep = max(self.position - count, 0)
        if keep < self.position:
            self.save(self.content[:keep] + self.content[self.position :], keep)

    def replace(self, old, new):
        if old == "":
            raise ValueError("what is to be replaced is empty")
        place = self.content.find(old, self.position)
        place = self.content.find(old) if place < 0 else place
        if place >= 0:
            self.save(self.content[:place] + new + self.content[place + len(old) :], place + len(new))
        return place >= 0

    def undo(self, times=1):
        self.in_word = False
        for count in range(times):
            if not self.edits:
                return count
            edit, before, after = self.edits.pop()
            self.content, self.position = applied(self.content, edit, False), before
            self.redoable.append((edit, before, after))
        return max(times, 0)

    def redo(self, times=1):
        self.in_word = False
        for count in range(times):
            if not self.redoable:
                return count
            edit, before, after = self.redoable.pop()
            self.content, self.position = applied(self.content, edit, True), after
            self.edits.append((edit, before, after))
        return max(times, 0)
