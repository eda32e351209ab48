# A ring of nodes that know both neighbours.
class Node:
    def __init__(self, value=None):
        self.value = value
        self.left = self.right = self

    def before(self, node):
        self.left, self.right = node.left, node
        self.left.right = self.right.left = self

    def out(self):
        self.left.right, self.right.left = self.right, self.left
        return self.value


class Chain:
    def __init__(self, values=()):
        self.ring = Node()
        for value in values:
            Node(value).before(self.ring)

    def __iter__(self):
        node = self.ring.right
        while node is not self.ring:
            yield node
            node = node.right

    def append(self, value):
        Node(value).before(self.ring)

    def _at(self, index):
        if index >= 0:
            for place, node in enumerate(self):
                if place == index:
                    return node
        raise IndexError(index)

    def insert(self, index, value):
        if index == len(self.values()):
            self.append(value)
        else:
            Node(value).before(self._at(index))

    def remove(self, index):
        return self._at(index).out()

    def drop_repeats(self):
        doubled = [node for node in self if node.left is not self.ring and node.left.value == node.value]
        for node in doubled:
            node.out()
        return len(doubled)

    def reverse_groups(self, size):
        if size < 1:
            raise ValueError
        nodes = list(self)
        for start in range(0, len(nodes) - size + 1, size):
            group = nodes[start : start + size]
            turned = [node.value for node in reversed(group)]
            for node, value in zip(group, turned):
                node.value = value

    def merge(self, other):
        place = self.ring.right
        for node in list(other):
            node.out()
            while place is not self.ring and place.value <= node.value:
                place = place.right
            node.before(place)

    def values(self):
        return [node.value for node in self]
