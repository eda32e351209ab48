# A dict of words; texts are cut by a table of where each piece ends, made from the right.
class PrefixIndex:
    def __init__(self):
        self.index = {}

    def add(self, word, weight=1):
        if not word:
            raise ValueError("empty word")
        if weight < 1:
            raise ValueError("weight below 1")
        if word in self.index:
            weight += self.index[word]
        self.index[word] = weight

    def remove(self, word):
        if word in self.index:
            weight = self.index[word]
            del self.index[word]
            return weight
        raise KeyError(word)

    def count(self, prefix):
        return [word.startswith(prefix) for word in self.index].count(True)

    def suggest(self, prefix, limit=3):
        groups = {}
        for word, weight in self.index.items():
            if word.startswith(prefix):
                groups.setdefault(weight, []).append(word)
        result = []
        for weight in sorted(groups, reverse=True):
            for word in sorted(groups[weight], key=lambda word: (len(word), word)):
                result.append((word, weight))
        return result[:limit]

    def short_form(self, word):
        if word not in self.index:
            raise KeyError(word)
        low, high = 1, len(word)
        while low < high:
            middle = (low + high) // 2
            if self.count(word[:middle]) == 1:
                high = middle
            else:
                low = middle + 1
        return word[:low]

    def split(self, text):
        lengths = sorted({len(word) for word in self.index}, reverse=True)
        ends = {}
        for start in range(len(text) - 1, -1, -1):
            ends[start] = start + 1
            for length in lengths:
                if text[start : start + length] in self.index:
                    ends[start] = min(start + length, len(text))
                    break
        pieces, start = [], 0
        while start < len(text):
            pieces.append(text[start : ends[start]])
            start = ends[start]
        return pieces
