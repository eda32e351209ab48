# Each edit is a pair of functions.
class Editor:
    def __init__(self, text="", limit=100):
        self.marks = list(text)
        self.at = len(self.marks)
        self.limit = limit
        self.undos = []
        self.redos = []
        self.run = None

    def show(self):
        marks = self.marks[:]
        marks.insert(self.at, "|")
        return "".join(marks)

    def move(self, place):
        self.run = None
        if place < 0:
            self.at = 0
        elif place > len(self.marks):
            self.at = len(self.marks)
        else:
            self.at = place

    def edit(self, start, count, piece):
        cursor = self.at
        gone = self.marks[start : start + count]
        piece = list(piece)

        def forward():
            self.marks[start : start + len(gone)] = piece
            self.at = start + len(piece)

        def backward():
            self.marks[start : start + len(piece)] = gone
            self.at = cursor

        forward()
        self.undos.append((backward, forward))
        self.undos = self.undos[max(0, len(self.undos) - self.limit) :]
        self.redos = []
        self.run = None
        return piece

    def insert(self, piece):
        if len(piece) == 1 and self.run is not None and not piece.isspace():
            self.run.append(piece)
            self.marks.insert(self.at, piece)
            self.at += 1
        elif len(piece) > 0:
            added = self.edit(self.at, 0, piece)
            self.run = added if len(piece) == 1 else None

    def delete(self, count):
        count = min(count, self.at)
        if count > 0:
            self.edit(self.at - count, count, "")

    def replace(self, old, new):
        if not old:
            raise ValueError("old must not be empty")
        text = "".join(self.marks)
        found = text.find(old, self.at)
        if found == -1:
            found = text.find(old)
        if found == -1:
            return False
        self.edit(found, len(old), new)
        return True

    def undo(self, times=1):
        return self.walk(self.undos, self.redos, 0, times)

    def redo(self, times=1):
        return self.walk(self.redos, self.undos, 1, times)

    def walk(self, source, target, way, times):
        self.run = None
        count = 0
        while source and count < times:
            pair = source.pop()
            pair[way]()
            target.append(pair)
            count += 1
        return count
