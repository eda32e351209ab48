# Deques of edits, and a group that is open while one types.
from collections import deque, namedtuple

Edit = namedtuple("Edit", "at gone come cursor")


class Editor:
    def __init__(self, text="", limit=100):
        self.text, self.cursor = text, len(text)
        self.back, self.forth = deque([], limit), deque()
        self.group = False

    def show(self):
        return f"{self.text[:self.cursor]}|{self.text[self.cursor:]}"

    def move(self, place):
        self.group = False
        self.cursor = place
        self.cursor = max(self.cursor, 0)
        self.cursor = min(self.cursor, len(self.text))

    def splice(self, at, size, piece):
        self.text = self.text[:at] + piece + self.text[at + size :]

    def perform(self, edit):
        self.splice(edit.at, len(edit.gone), edit.come)
        self.cursor = edit.at + len(edit.come)
        self.back.append(edit)

    def insert(self, piece):
        joins = self.group and len(piece) == 1 and not piece.isspace()
        if joins:
            edit = self.back.pop()
            self.splice(self.cursor, 0, piece)
            self.cursor += 1
            self.back.append(edit._replace(come=edit.come + piece))
        elif piece:
            self.perform(Edit(self.cursor, "", piece, self.cursor))
            self.forth.clear()
            self.group = len(piece) == 1

    def delete(self, count):
        gone = self.text[: self.cursor][-count:] if count else ""
        if gone:
            self.perform(Edit(self.cursor - len(gone), gone, "", self.cursor))
            self.forth.clear()
            self.group = False

    def replace(self, old, new):
        if old:
            at = self.text.find(old, self.cursor)
            at = at if at > -1 else self.text.find(old)
            if at > -1:
                self.perform(Edit(at, old, new, self.cursor))
                self.forth.clear()
                self.group = False
            return at > -1
        raise ValueError("there is nothing to look for")

    def undo(self, times=1):
        self.group = False
        undone = 0
        while self.back and undone < times:
            edit = self.back.pop()
            self.splice(edit.at, len(edit.come), edit.gone)
            self.cursor = edit.cursor
            self.forth.append(edit)
            undone += 1
        return undone

    def redo(self, times=1):
        self.group = False
        redone = 0
        while self.forth and redone < times:
            self.perform(self.forth.pop())
            redone += 1
        return redone
