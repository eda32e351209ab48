# Only words of up to eight characters are found in a text.
class PrefixIndex:
    def __init__(self):
        self.weights = {}

    def add(self, word, weight=1):
        if not word or weight < 1:
            raise ValueError
        self.weights[word] = self.weights.get(word, 0) + weight

    def remove(self, word):
        return self.weights.pop(word)

    def _with(self, prefix):
        return [word for word in self.weights if word.startswith(prefix)]

    def count(self, prefix):
        return len(self._with(prefix))

    def suggest(self, prefix, limit=3):
        words = sorted(self._with(prefix), key=lambda word: (-self.weights[word], len(word), word))
        return [(word, self.weights[word]) for word in words[:limit]]

    def short_form(self, word):
        if word not in self.weights:
            raise KeyError(word)
        for length in range(1, len(word)):
            if self.count(word[:length]) == 1:
                return word[:length]
        return word

    def split(self, text):
        pieces = []
        while text:
            length = max((len(word) for word in self.weights if len(word) <= 8 and text.startswith(word)), default=1)
            pieces.append(text[:length])
            text = text[length:]
        return pieces
