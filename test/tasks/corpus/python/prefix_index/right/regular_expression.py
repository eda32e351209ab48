# Texts are cut by a regular expression of all words, longest first.
import re
from collections import Counter


class PrefixIndex:
    def __init__(self):
        self.counter = Counter()

    def add(self, word, weight=1):
        if not word or weight < 1:
            raise ValueError
        self.counter[word] += weight

    def remove(self, word):
        if word not in self.counter:
            raise KeyError(word)
        return self.counter.pop(word)

    def matching(self, prefix):
        return {word: weight for word, weight in self.counter.items() if word[: len(prefix)] == prefix}

    def count(self, prefix):
        return len(self.matching(prefix))

    def suggest(self, prefix, limit=3):
        pairs = sorted(self.matching(prefix).items())
        pairs.sort(key=lambda pair: len(pair[0]))
        pairs.sort(key=lambda pair: -pair[1])
        return pairs[0:limit]

    def short_form(self, word):
        if word not in self.counter:
            raise KeyError(word)
        others = [other for other in self.counter if other != word]
        shared = 0
        for other in others:
            common = 0
            for one, two in zip(word, other):
                if one != two:
                    break
                common += 1
            shared = max(shared, common)
        return word[: shared + 1]

    def split(self, text):
        words = sorted(self.counter, key=len, reverse=True)
        pattern = "|".join([*map(re.escape, words), "."])
        return re.findall(pattern, text, re.DOTALL)
