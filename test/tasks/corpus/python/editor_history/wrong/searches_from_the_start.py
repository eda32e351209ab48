# Looks for the text in what stands before the cursor only, the second time.
class Editor:
    def __init__(self, text="", limit=100):
        self.text = text
        self.cursor = len(text)
        self.limit = limit
        self.done = []
        self.undone = []
        self.typing = False

    def show(self):
        return self.text[: self.cursor] + "|" + self.text[self.cursor :]

    def move(self, place):
        self.cursor = max(0, min(place, len(self.text)))
        self.typing = False

    def change(self, start, end, piece, typed=False):
        before = (self.text, self.cursor)
        self.text = self.text[:start] + piece + self.text[end:]
        self.cursor = start + len(piece)
        after = (self.text, self.cursor)
        if typed and self.typing and not piece.isspace():
            self.done[-1] = (self.done[-1][0], after)
        else:
            self.done.append((before, after))
        self.done = self.done[-self.limit :]
        self.undone = []
        self.typing = typed

    def insert(self, piece):
        if piece:
            self.change(self.cursor, self.cursor, piece, len(piece) == 1)

    def delete(self, count):
        start = max(0, self.cursor - count)
        if start < self.cursor:
            self.change(start, self.cursor, "")

    def replace(self, old, new):
        if not old:
            raise ValueError("nothing to replace")
        start = self.text.find(old, self.cursor)
        if start < 0:
            start = self.text[: self.cursor].find(old)
        if start < 0:
            return False
        self.change(start, start + len(old), new)
        return True

    def undo(self, times=1):
        self.typing = False
        count = 0
        while count < times and self.done:
            edit = self.done.pop()
            self.undone.append(edit)
            self.text, self.cursor = edit[0]
            count += 1
        return count

    def redo(self, times=1):
        self.typing = False
        count = 0
        while count < times and self.undone:
            edit = self.undone.pop()
            self.done.append(edit)
            self.text, self.cursor = edit[1]
            count += 1
        return count
