# Nodes in a doubly linked ring, the one used longest ago first.
class Node:
    def __init__(self, key=None, value=None):
        self.key, self.value, self.count = key, value, 0
        self.back = self.next = self

    def unlink(self):
        self.back.next, self.next.back = self.next, self.back

    def link_before(self, other):
        self.back, self.next = other.back, other
        self.back.next = other.back = self


class FrequencyCache:
    def __init__(self, capacity, ceiling):
        if capacity < 0 or ceiling < 2:
            raise ValueError
        self.capacity = capacity
        self.ceiling = ceiling
        self.ring = Node()
        self.nodes = {}

    def __iter__(self):
        node = self.ring.next
        while node is not self.ring:
            yield node
            node = node.next

    def use(self, node):
        node.unlink()
        node.link_before(self.ring)
        node.count += 1
        if node.count == self.ceiling:
            for each in self:
                each.count = (each.count + 1) // 2

    def evict(self):
        node = min(self, key=lambda each: each.count)
        self.remove(node.key)
        return node.key

    def put(self, key, value):
        removed = []
        node = self.nodes.get(key)
        if node is None:
            if self.capacity == 0:
                return [key]
            if len(self.nodes) == self.capacity:
                removed.append(self.evict())
            node = self.nodes[key] = Node(key)
        node.value = value
        self.use(node)
        return removed

    def get(self, key, default=None):
        node = self.nodes.get(key)
        if node is None:
            return default
        self.use(node)
        return node.value

    def remove(self, key):
        node = self.nodes.pop(key)
        node.unlink()
        return node.value

    def shrink(self, capacity):
        self.capacity = capacity
        removed = []
        while len(self.nodes) > self.capacity:
            removed.append(self.evict())
        return removed

    def ranking(self):
        return sorted(((node.key, node.count) for node in self), key=lambda pair: pair[1])
