# A trie in which each node has a first child and a next sibling.
class Node:
    def __init__(self, letter, sibling):
        self.letter, self.sibling = letter, sibling
        self.child = None
        self.weight = None


class PrefixIndex:
    def __init__(self):
        self.top = Node("", None)

    def step(self, node, letter):
        child = node.child
        while child is not None and child.letter != letter:
            child = child.sibling
        return child

    def locate(self, text):
        node = self.top
        for letter in text:
            node = node and self.step(node, letter)
        return node

    def add(self, word, weight=1):
        if word == "" or weight < 1:
            raise ValueError
        node = self.top
        for letter in word:
            child = self.step(node, letter)
            if child is None:
                child = node.child = Node(letter, node.child)
            node = child
        node.weight = (node.weight or 0) + weight

    def remove(self, word):
        node = self.locate(word)
        if node is None or node.weight is None:
            raise KeyError(word)
        weight, node.weight = node.weight, None
        return weight

    def collect(self, prefix):
        start = self.locate(prefix)
        found = []
        stack = [(start, prefix)] if start else []
        while stack:
            node, word = stack.pop()
            if node.weight is not None:
                found.append((word, node.weight))
            child = node.child
            while child:
                stack.append((child, word + child.letter))
                child = child.sibling
        return found

    def count(self, prefix):
        return len(self.collect(prefix))

    def suggest(self, prefix, limit=3):
        return sorted(self.collect(prefix), key=lambda pair: (-pair[1], len(pair[0]), pair[0]))[:limit]

    def short_form(self, word):
        node = self.locate(word)
        if node is None or node.weight is None:
            raise KeyError(word)
        for length in range(1, len(word) + 1):
            if len(self.collect(word[:length])) < 2:
                break
        return word[:length]

    def split(self, text):
        pieces = []
        position = 0
        while position < len(text):
            node, end = self.top, position
            reach = position + 1
            while node and end < len(text):
                node = self.step(node, text[end])
                end += 1
                if node and node.weight is not None:
                    reach = end
            pieces.append(text[position:reach])
            position = reach
        return pieces
