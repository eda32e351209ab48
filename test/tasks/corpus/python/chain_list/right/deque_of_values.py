# A deque that is turned to the place where something happens.
from collections import deque


class Chain:
    def __init__(self, values=()):
        self.line = deque(values)

    def append(self, value):
        self.line.append(value)

    def insert(self, index, value):
        if index < 0 or index > len(self.line):
            raise IndexError
        self.line.rotate(-index)
        self.line.appendleft(value)
        self.line.rotate(index)

    def remove(self, index):
        if index < 0 or index >= len(self.line):
            raise IndexError
        self.line.rotate(-index)
        value = self.line.popleft()
        self.line.rotate(index)
        return value

    def drop_repeats(self):
        count = 0
        for turn in range(len(self.line)):
            value = self.line.popleft()
            if turn and self.line[-1] == value:
                count += 1
            else:
                self.line.append(value)
        return count

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError
        groups, rest = divmod(len(self.line), size)
        for _ in range(groups):
            group = [self.line.popleft() for _ in range(size)]
            while group:
                self.line.append(group.pop())
        self.line.rotate(-rest)

    def merge(self, other):
        merged = deque()
        while self.line and other.line:
            source = other.line if other.line[0] < self.line[0] else self.line
            merged.append(source.popleft())
        merged.extend(self.line)
        merged.extend(other.line)
        other.line.clear()
        self.line = merged

    def values(self):
        return list(self.line)
