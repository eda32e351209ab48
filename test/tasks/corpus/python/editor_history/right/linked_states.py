# States are linked to the one before and the one after.
class State:
    def __init__(self, text, previous=None):
        self.text = text
        self.previous = previous
        self.next = None
        self.cursor_before = None
        self.cursor_after = None


class Editor:
    def __init__(self, text="", limit=100):
        self.state = State(text)
        self.cursor = len(text)
        self.depth = 0
        self.limit = limit
        self.typed = False

    def show(self):
        text = self.state.text
        return text[: self.cursor] + "|" + text[self.cursor :]

    def move(self, place):
        self.typed = False
        self.cursor = max(min(place, len(self.state.text)), 0)

    def become(self, text, cursor, join=False):
        if join:
            self.state.text = text
        else:
            state = State(text, self.state)
            state.cursor_before = self.cursor
            self.state.next = state
            self.state = state
            self.depth = min(self.depth + 1, self.limit)
        self.state.cursor_after = cursor
        self.cursor = cursor

    def insert(self, piece):
        if piece == "":
            return
        text = self.state.text
        join = self.typed and len(piece) == 1 and not piece.isspace()
        self.become(text[: self.cursor] + piece + text[self.cursor :], self.cursor + len(piece), join)
        self.typed = len(piece) == 1

    def delete(self, count):
        start = self.cursor - count
        if start < 0:
            start = 0
        if start != self.cursor:
            text = self.state.text
            self.become(text[:start] + text[self.cursor :], start)
            self.typed = False

    def replace(self, old, new):
        if old == "":
            raise ValueError("empty")
        text = self.state.text
        head, tail = text[: self.cursor], text[self.cursor :]
        if old in tail:
            skipped = tail.split(old, 1)[0]
            start = len(head) + len(skipped)
        elif old in text:
            start = len(text.partition(old)[0])
        else:
            return False
        self.become(text[:start] + new + text[start + len(old) :], start + len(new))
        self.typed = False
        return True

    def undo(self, times=1):
        self.typed = False
        count = 0
        while count < times and self.depth > 0:
            self.cursor = self.state.cursor_before
            self.state = self.state.previous
            self.depth -= 1
            count += 1
        return count

    def redo(self, times=1):
        self.typed = False
        count = 0
        while count < times and self.state.next is not None:
            self.state = self.state.next
            self.cursor = self.state.cursor_after
            self.depth += 1
            count += 1
        return count
