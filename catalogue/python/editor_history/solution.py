class Editor:
    def __init__(self, text="", limit=100):
        self.text = text
        self.cursor = len(text)
        self.limit = limit
        self.done = []
        self.undone = []
        self.typing = False

    def move(self, place):
        self.cursor = max(0, min(place, len(self.text)))
        self.typing = False

    def insert(self, piece):
        if not piece:
            return
        joins = self.typing and len(piece) == 1 and not piece.isspace()
        self.change(self.cursor, "", piece, joins)
        self.typing = len(piece) == 1

    def delete(self, count):
        start = max(0, self.cursor - count)
        gone = self.text[start : self.cursor]
        if gone:
            self.change(start, gone, "", False)
            self.typing = False

    def replace(self, old, new):
        if not old:
            raise ValueError("there is nothing to look for")
        place = self.text.find(old, self.cursor)
        if place < 0:
            place = self.text.find(old)
        if place < 0:
            return False
        self.change(place, old, new, False)
        self.typing = False
        return True

    def change(self, place, old, new, joins):
        if joins:
            start, gone, added, before = self.done.pop()
            self.done.append((start, gone, added + new, before))
        else:
            self.done.append((place, old, new, self.cursor))
            if len(self.done) > self.limit:
                self.done.pop(0)
        self.undone.clear()
        self.swap(place, old, new)
        self.cursor = place + len(new)

    def swap(self, place, old, new):
        self.text = self.text[:place] + new + self.text[place + len(old) :]

    def undo(self, times=1):
        steps = 0
        while steps < times and self.done:
            place, old, new, before = self.done.pop()
            self.undone.append((place, old, new, before))
            self.swap(place, new, old)
            self.cursor = before
            steps += 1
        self.typing = False
        return steps

    def redo(self, times=1):
        steps = 0
        while steps < times and self.undone:
            place, old, new, before = self.undone.pop()
            self.done.append((place, old, new, before))
            self.swap(place, old, new)
            self.cursor = place + len(new)
            steps += 1
        self.typing = False
        return steps

    def show(self):
        return self.text[: self.cursor] + "|" + self.text[self.cursor :]
