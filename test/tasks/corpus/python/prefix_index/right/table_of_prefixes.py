# A table from each prefix to the set of words that begin with it.
class PrefixIndex:
    def __init__(self):
        self.table = {"": set()}
        self.weights = {}

    @staticmethod
    def prefixes(word):
        return [word[:length] for length in range(len(word) + 1)]

    def add(self, word, weight=1):
        if not (word and weight > 0):
            raise ValueError(word, weight)
        self.weights[word] = self.weights.get(word, 0) + weight
        for prefix in self.prefixes(word):
            self.table.setdefault(prefix, set()).add(word)

    def remove(self, word):
        weight = self.weights.pop(word)
        for prefix in self.prefixes(word):
            self.table[prefix].discard(word)
        return weight

    def count(self, prefix):
        return len(self.table.get(prefix, ()))

    def suggest(self, prefix, limit=3):
        ranked = sorted((-self.weights[word], len(word), word) for word in self.table.get(prefix, ()))
        return [(word, -negative) for negative, _, word in ranked[:limit]]

    def short_form(self, word):
        if word not in self.weights:
            raise KeyError(word)
        alone = [prefix for prefix in self.prefixes(word)[1:] if self.table[prefix] == {word}]
        return alone[0] if alone else word

    def split(self, text):
        if not text:
            return []
        longest = next((prefix for prefix in reversed(self.prefixes(text)[2:]) if prefix in self.weights), text[0])
        pieces = [longest]
        rest = text[len(longest) :]
        while rest:
            longest = next((prefix for prefix in reversed(self.prefixes(rest)) if prefix in self.weights), rest[0])
            pieces.append(longest)
            rest = rest[len(longest) :]
        return pieces
