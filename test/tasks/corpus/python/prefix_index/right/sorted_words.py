# A sorted list of words; those with a prefix stand side by side.
from bisect import bisect_left, insort


class PrefixIndex:
    def __init__(self):
        self.words = []
        self.weight = {}

    def add(self, word, weight=1):
        if word == "":
            raise ValueError("no word")
        if weight < 1:
            raise ValueError("no weight")
        if word not in self.weight:
            insort(self.words, word)
            self.weight[word] = 0
        self.weight[word] += weight

    def remove(self, word):
        weight = self.weight.pop(word)
        del self.words[bisect_left(self.words, word)]
        return weight

    def span(self, prefix):
        start = stop = bisect_left(self.words, prefix)
        while stop < len(self.words) and self.words[stop].startswith(prefix):
            stop += 1
        return self.words[start:stop]

    def count(self, prefix):
        return len(self.span(prefix))

    def suggest(self, prefix, limit=3):
        words = sorted(self.span(prefix), key=len)
        words.sort(key=self.weight.get, reverse=True)
        return [(word, self.weight[word]) for word in words][:limit]

    def short_form(self, word):
        if word not in self.weight:
            raise KeyError(word)
        at = bisect_left(self.words, word)
        neighbours = self.words[max(at - 1, 0) : at] + self.words[at + 1 : at + 2]
        length = 1
        while length < len(word) and any(other.startswith(word[:length]) for other in neighbours):
            length += 1
        return word[:length]

    def split(self, text):
        pieces = []
        while text:
            for length in range(len(text), 0, -1):
                if text[:length] in self.weight or length == 1:
                    pieces.append(text[:length])
                    text = text[length:]
                    break
        return pieces
