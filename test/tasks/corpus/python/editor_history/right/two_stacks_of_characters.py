# The text as two lists of characters around the cursor.
class Editor:
    def __init__(self, text="", limit=100):
        self.left = list(text)
        self.right = []
        self.limit = limit
        self.history = []
        self.later = []
        self.can_join = False

    def show(self):
        return "".join(self.left) + "|" + "".join(reversed(self.right))

    def state(self):
        return tuple(self.left), tuple(self.right)

    def restore(self, state):
        self.left, self.right = list(state[0]), list(state[1])

    def shift(self, place):
        while len(self.left) > max(place, 0):
            self.right.append(self.left.pop())
        while len(self.left) < place and self.right:
            self.left.append(self.right.pop())

    def move(self, place):
        self.can_join = False
        self.shift(place)

    def remember(self, before):
        self.history.append([before, self.state()])
        if len(self.history) > self.limit:
            self.history.pop(0)
        self.later.clear()

    def insert(self, piece):
        if not piece:
            return None
        before = self.state()
        self.left.extend(piece)
        single = len(piece) == 1
        if single and self.can_join and piece.strip():
            self.history[-1][1] = self.state()
        else:
            self.remember(before)
        self.can_join = single

    def delete(self, count):
        before = self.state()
        for _ in range(count):
            if self.left:
                self.left.pop()
        if self.state() != before:
            self.remember(before)
            self.can_join = False

    def replace(self, old, new):
        if not old:
            raise ValueError(old)
        text = "".join(self.left) + "".join(reversed(self.right))
        ahead = text.find(old, len(self.left))
        place = ahead if ahead >= 0 else text.find(old)
        if place < 0:
            return False
        before = self.state()
        self.left = list(text[:place] + new)
        self.right = list(reversed(text[place + len(old) :]))
        self.remember(before)
        self.can_join = False
        return True

    def undo(self, times=1):
        self.can_join = False
        steps = 0
        while steps < times:
            if not self.history:
                break
            edit = self.history.pop()
            self.restore(edit[0])
            self.later.append(edit)
            steps += 1
        return steps

    def redo(self, times=1):
        self.can_join = False
        steps = 0
        while steps < times:
            if not self.later:
                break
            edit = self.later.pop()
            self.restore(edit[1])
            self.history.append(edit)
            steps += 1
        return steps
