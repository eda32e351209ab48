# A trie of nested dicts; the weight of a word stands under the empty text.
class PrefixIndex:
    def __init__(self):
        self.root = {}

    def add(self, word, weight=1):
        if word == "" or weight < 1:
            raise ValueError((word, weight))
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = node.get("", 0) + weight

    def _node(self, prefix):
        node = self.root
        for letter in prefix:
            node = node.get(letter)
            if node is None:
                return {}
        return node

    def remove(self, word):
        if not word or "" not in self._node(word):
            raise KeyError(word)
        path = [self.root]
        for letter in word:
            path.append(path[-1][letter])
        weight = path[-1].pop("")
        for node, letter in zip(reversed(path[:-1]), reversed(word)):
            if node[letter]:
                break
            del node[letter]
        return weight

    def _words(self, node, prefix):
        stack = [(node, prefix)]
        while stack:
            node, word = stack.pop()
            for letter, child in node.items():
                if letter == "":
                    yield word, child
                else:
                    stack.append((child, word + letter))

    def count(self, prefix):
        return sum(1 for _ in self._words(self._node(prefix), prefix))

    def suggest(self, prefix, limit=3):
        found = list(self._words(self._node(prefix), prefix))
        found.sort(key=lambda pair: (-pair[1], len(pair[0]), pair[0]))
        return found[:limit]

    def short_form(self, word):
        if not word or "" not in self._node(word):
            raise KeyError(word)
        length = 1
        while length < len(word) and self.count(word[:length]) > 1:
            length += 1
        return word[:length]

    def split(self, text):
        pieces, start = [], 0
        while start < len(text):
            node, end = self.root, start + 1
            for at in range(start, len(text)):
                node = node.get(text[at])
                if node is None:
                    break
                if "" in node:
                    end = at + 1
            pieces.append(text[start:end])
            start = end
        return pieces
