# With a ring of nodes.
class Node:
    def __init__(self, key=None, value=None):
        self.key, self.value, self.before, self.after = key, value, self, self

class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.nodes, self.ring = capacity, {}, Node()

    def _cut(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _newest(self, node):
        node.before, node.after = self.ring.before, self.ring
        self.ring.before.after = node
        self.ring.before = node

    def get(self, key):
        node = self.nodes.get(key)
        if node is None:
            return -1
        self._cut(node)
        self._newest(node)
        return node.value

    def put(self, key, value):
        node = self.nodes.get(key)
        if node is None:
            node = self.nodes[key] = Node(key)
        else:
            self._cut(node)
        node.value = value
        self._newest(node)
        if len(self.nodes) > self.capacity:
            oldest = self.ring.after
            self._cut(oldest)
            del self.nodes[oldest.key]
