# A fill with 0 does not reach the parts.
class Node:
    def __init__(self, values):
        self.size = len(values)
        self.given = None
        self.more = 0
        self.parts = None
        if self.size > 1:
            half = self.size // 2
            self.parts = Node(values[:half]), Node(values[half:])
            self.gather()
        else:
            self.set_to(values[0])

    def set_to(self, value):
        self.sum, self.low, self.often, self.high = value * self.size, value, self.size, value
        self.given, self.more = value, 0

    def raise_by(self, amount):
        self.sum += amount * self.size
        self.low += amount
        self.high += amount
        self.more += amount

    def hand_down(self):
        for part in self.parts:
            if self.given:
                part.set_to(self.given)
            part.raise_by(self.more)
        self.given, self.more = None, 0

    def gather(self):
        left, right = self.parts
        self.sum = left.sum + right.sum
        self.low = min(left.low, right.low)
        self.high = max(left.high, right.high)
        self.often = sum(part.often for part in self.parts if part.low == self.low)

    def visit(self, start, end, whole, changes):
        """Calls whole with each node that lies within the range, from the left, and the place where it begins."""
        self.walk(0, start, end, whole, changes)

    def walk(self, base, start, end, whole, changes):
        if end <= base or base + self.size <= start:
            return
        if start <= base and base + self.size <= end:
            whole(self, base)
            return
        self.hand_down()
        left, right = self.parts
        left.walk(base, start, end, whole, changes)
        right.walk(base + left.size, start, end, whole, changes)
        if changes:
            self.gather()

    def find(self, base, holds):
        if not holds(self):
            return None
        if self.size == 1:
            return base
        self.hand_down()
        left, right = self.parts
        found = left.find(base, holds)
        return right.find(base + left.size, holds) if found is None else found


class RangeTree:
    def __init__(self, values):
        if not values:
            raise ValueError("empty")
        self.count = len(values)
        self.root = Node(values)
        self.kept = {}

    def parts(self, start, end):
        if start < 0 or end > self.count or start > end:
            raise IndexError("no such range")
        found = []
        if start < end:
            self.root.visit(start, end, lambda node, base: found.append((node, base)), False)
        return found

    def change(self, start, end, whole):
        self.parts(start, end)
        if start < end:
            self.root.visit(start, end, lambda node, _: whole(node), True)

    def add(self, start, end, amount):
        self.change(start, end, lambda node: node.raise_by(amount))

    def fill(self, start, end, value):
        self.change(start, end, lambda node: node.set_to(value))

    def total(self, start, end):
        return sum(node.sum for node, _ in self.parts(start, end))

    def least(self, start, end):
        nodes = [node for node, _ in self.parts(start, end)]
        if not nodes:
            return None
        low = min(node.low for node in nodes)
        return [low, sum(node.often for node in nodes if node.low == low)]

    def first(self, start, end, holds):
        for node, base in self.parts(start, end):
            found = node.find(base, holds)
            if found is not None:
                return found
        return None

    def first_at_least(self, start, end, value):
        return self.first(start, end, lambda node: node.high >= value)

    def first_below(self, start, end, value):
        return self.first(start, end, lambda node: node.low < value)

    def values(self):
        return [self.total(place, place + 1) for place in range(self.count)]

    def keep(self, name):
        self.kept[name] = self.values()

    def back(self, name):
        self.root = Node(self.kept[name])
