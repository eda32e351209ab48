# One list of edits with a place in it.
class Editor:
    def __init__(self, text="", limit=100):
        self.before, self.after = text, ""
        self.limit = limit
        self.edits = []
        self.place = 0
        self.open = None

    def show(self):
        return f"{self.before}|{self.after}"

    def go(self, cursor):
        whole = self.before + self.after
        self.before, self.after = whole[:cursor], whole[cursor:]

    def move(self, place):
        self.open = None
        self.go(place if place > 0 else 0)

    def record(self, start, removed, added, cursor):
        edit = {"start": start, "removed": removed, "added": added, "cursor": cursor}
        self.edits[self.place :] = [edit]
        del self.edits[: -self.limit]
        self.place = len(self.edits)
        self.open = edit if removed == "" and len(added) == 1 else None

    def insert(self, piece):
        if piece == "":
            return
        if len(piece) == 1 and not piece.isspace() and self.open is not None:
            self.open["added"] += piece
        else:
            at = len(self.before)
            self.record(at, "", piece, at)
            if len(piece) != 1:
                self.open = None
        self.before += piece

    def delete(self, count):
        cursor = len(self.before)
        start = cursor - min(count, cursor)
        removed = self.before[start:]
        if removed:
            self.before = self.before[:start]
            self.record(start, removed, "", cursor)

    def replace(self, old, new):
        if old == "":
            raise ValueError("old is empty")
        whole = self.before + self.after
        places = [place for place in range(len(whole)) if whole.startswith(old, place)]
        if not places:
            return False
        cursor = len(self.before)
        start = next((place for place in places if place >= cursor), places[0])
        self.before = whole[:start] + new
        self.after = whole[start + len(old) :]
        self.record(start, old, new, cursor)
        self.open = None
        return True

    def swap(self, start, old, new, cursor):
        whole = self.before + self.after
        whole = whole[:start] + new + whole[start + len(old) :]
        self.before, self.after = whole[:cursor], whole[cursor:]

    def undo(self, times=1):
        self.open = None
        goal = max(0, self.place - times)
        count = self.place - goal
        while self.place > goal:
            self.place -= 1
            edit = self.edits[self.place]
            self.swap(edit["start"], edit["added"], edit["removed"], edit["cursor"])
        return count

    def redo(self, times=1):
        self.open = None
        goal = min(len(self.edits), self.place + times)
        count = goal - self.place
        while self.place < goal:
            edit = self.edits[self.place]
            self.swap(edit["start"], edit["removed"], edit["added"], edit["start"] + len(edit["added"]))
            self.place += 1
        return count
