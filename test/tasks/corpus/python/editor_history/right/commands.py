# Edits are commands that can be done and undone.
from collections import deque


class Command:
    def __init__(self, editor, start, old, new):
        self.editor = editor
        self.start = start
        self.old = old
        self.new = new
        self.cursor = editor.cursor
        self.typed = False

    def put(self, gone, come, cursor):
        text = self.editor.text
        self.editor.text = text[: self.start] + come + text[self.start + len(gone) :]
        self.editor.cursor = cursor

    def do(self):
        self.put(self.old, self.new, self.start + len(self.new))

    def undo(self):
        self.put(self.new, self.old, self.cursor)


class Editor:
    def __init__(self, text="", limit=100):
        self.text = text
        self.cursor = len(text)
        self.past = deque(maxlen=limit)
        self.future = []

    def show(self):
        return "|".join((self.text[: self.cursor], self.text[self.cursor :]))

    def settle(self):
        for command in self.past:
            command.typed = False

    def move(self, place):
        self.settle()
        self.cursor = sorted((0, place, len(self.text)))[1]

    def carry_out(self, command):
        command.do()
        self.past.append(command)
        self.future.clear()

    def insert(self, piece):
        if len(piece) == 1 and not piece.isspace() and self.past and self.past[-1].typed:
            last = self.past[-1]
            last.undo()
            last.new += piece
            last.do()
        elif piece:
            command = Command(self, self.cursor, "", piece)
            self.carry_out(command)
            command.typed = len(piece) == 1

    def delete(self, count):
        old = self.text[max(0, self.cursor - count) : self.cursor]
        if old:
            self.carry_out(Command(self, self.cursor - len(old), old, ""))

    def replace(self, old, new):
        if len(old) == 0:
            raise ValueError("empty")
        for begin in (self.cursor, 0):
            place = self.text.find(old, begin)
            if place != -1:
                self.carry_out(Command(self, place, old, new))
                return True
        return False

    def undo(self, times=1):
        self.settle()
        done = 0
        for _ in range(min(times, len(self.past))):
            command = self.past.pop()
            command.undo()
            self.future.append(command)
            done += 1
        return done

    def redo(self, times=1):
        self.settle()
        done = 0
        for _ in range(min(times, len(self.future))):
            command = self.future.pop()
            command.typed = False
            command.do()
            self.past.append(command)
            done += 1
        return done
