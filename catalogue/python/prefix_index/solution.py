class PrefixIndex:
    """A tree of letters that knows the words under every prefix."""

    def __init__(self):
        self.root = self._node()

    def add(self, word, weight=1):
        if not word or weight < 1:
            raise ValueError("a word needs letters and a weight of at least 1")
        path = self._path(word, grow=True)
        if path[-1]["weight"] == 0:
            for node in path:
                node["words"] += 1
        path[-1]["weight"] += weight

    def remove(self, word):
        path = self._path(word)
        if path is None or path[-1]["weight"] == 0:
            raise KeyError(word)
        weight = path[-1]["weight"]
        path[-1]["weight"] = 0
        for node in path:
            node["words"] -= 1
        return weight

    def count(self, prefix):
        path = self._path(prefix)
        return path[-1]["words"] if path else 0

    def suggest(self, prefix, limit=3):
        path = self._path(prefix)
        found = self._words(path[-1], prefix) if path else []
        found.sort(key=lambda pair: (-pair[1], len(pair[0]), pair[0]))
        return found[:limit]

    def short_form(self, word):
        path = self._path(word)
        if path is None or path[-1]["weight"] == 0:
            raise KeyError(word)
        for length in range(1, len(word)):
            if path[length]["words"] == 1:
                return word[:length]
        return word

    def split(self, text):
        parts = []
        while text:
            node, longest = self.root, 1
            for length, letter in enumerate(text, 1):
                node = node["next"].get(letter)
                if node is None:
                    break
                if node["weight"] > 0:
                    longest = length
            parts.append(text[:longest])
            text = text[longest:]
        return parts

    def _node(self):
        return {"next": {}, "words": 0, "weight": 0}

    def _path(self, word, grow=False):
        path = [self.root]
        for letter in word:
            if grow:
                path[-1]["next"].setdefault(letter, self._node())
            if letter not in path[-1]["next"]:
                return None
            path.append(path[-1]["next"][letter])
        return path

    def _words(self, node, prefix):
        found = [(prefix, node["weight"])] if node["weight"] else []
        for letter, child in node["next"].items():
            found += self._words(child, prefix + letter)
        return found
