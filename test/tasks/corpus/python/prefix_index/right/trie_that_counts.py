# A trie of nodes that know how many words go through them.
class Node:
    def __init__(self):
        self.children = {}
        self.through = 0
        self.weight = 0


class PrefixIndex:
    def __init__(self):
        self.root = Node()

    def find(self, text):
        node = self.root
        for letter in text:
            node = node.children.get(letter)
            if node is None:
                return None
        return node

    def has(self, word):
        node = self.find(word)
        return node is not None and node.weight > 0

    def add(self, word, weight=1):
        if len(word) == 0 or weight <= 0:
            raise ValueError("a word needs letters and weight")
        new = not self.has(word)
        node = self.root
        node.through += new
        for letter in word:
            node = node.children.setdefault(letter, Node())
            node.through += new
        node.weight += weight

    def remove(self, word):
        if not self.has(word):
            raise KeyError(word)
        last = self.find(word)
        weight, last.weight = last.weight, 0
        node = self.root
        node.through -= 1
        for letter in word:
            child = node.children[letter]
            child.through -= 1
            if child.through == 0:
                del node.children[letter]
            node = child
        return weight

    def count(self, prefix):
        node = self.find(prefix)
        return node.through if node else 0

    def suggest(self, prefix, limit=3):
        found = []

        def visit(node, word):
            if node.weight:
                found.append((-node.weight, len(word), word))
            for letter, child in node.children.items():
                visit(child, word + letter)

        start = self.find(prefix)
        if start:
            visit(start, prefix)
        return [(word, -weight) for weight, _, word in sorted(found)[:limit]]

    def short_form(self, word):
        if not self.has(word):
            raise KeyError(word)
        node = self.root
        for length, letter in enumerate(word, 1):
            node = node.children[letter]
            if node.through == 1:
                return word[:length]
        return word

    def split(self, text):
        pieces = []
        at = 0
        while at < len(text):
            longest = 1
            node = self.root
            for length, letter in enumerate(text[at:], 1):
                node = node.children.get(letter)
                if node is None:
                    break
                if node.weight:
                    longest = length
            pieces.append(text[at : at + longest])
            at += longest
        return pieces
