# A list; merging is a stable sort of both, and turning swaps from both ends of a group.
class Chain:
    def __init__(self, values=()):
        self.items = []
        for value in values:
            self.items.append(value)

    def append(self, value):
        self.insert(len(self.items), value)

    def insert(self, index, value):
        if index < 0 or len(self.items) < index:
            raise IndexError(f"cannot insert at {index}")
        self.items = self.items[:index] + [value] + self.items[index:]

    def remove(self, index):
        if index < 0:
            raise IndexError("indices begin at 0")
        value = self.items[index]
        self.items = self.items[:index] + self.items[index + 1 :]
        return value

    def drop_repeats(self):
        taken = 0
        at = len(self.items) - 1
        while at > 0:
            if self.items[at] == self.items[at - 1]:
                del self.items[at]
                taken += 1
            at -= 1
        return taken

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError("groups are of one value at least")
        start = 0
        while start + size <= len(self.items):
            low, high = start, start + size - 1
            while low < high:
                self.items[low], self.items[high] = self.items[high], self.items[low]
                low, high = low + 1, high - 1
            start += size

    def merge(self, other):
        self.items = sorted(self.items + other.items)
        other.items = []

    def values(self):
        return [*self.items]
