# Words stand in boxes by their first letter.
import heapq
from collections import defaultdict


class PrefixIndex:
    def __init__(self):
        self.boxes = defaultdict(dict)

    def add(self, word, weight=1):
        if weight < 1 or not word:
            raise ValueError
        box = self.boxes[word[0]]
        box[word] = box.get(word, 0) + weight

    def remove(self, word):
        return self.boxes[word[:1]].pop(word)

    def within(self, prefix):
        boxes = [self.boxes[prefix[0]]] if prefix else list(self.boxes.values())
        return {word: weight for box in boxes for word, weight in box.items() if word.startswith(prefix)}

    def count(self, prefix):
        return len(self.within(prefix))

    def suggest(self, prefix, limit=3):
        return heapq.nsmallest(limit, self.within(prefix).items(), key=lambda item: (-item[1], len(item[0]), item[0]))

    def short_form(self, word):
        box = self.boxes[word[:1]]
        box[word]
        for end in range(1, len(word)):
            if sum(other.startswith(word[:end]) for other in box) == 1:
                return word[:end]
        return word

    def split(self, text):
        def first_piece(rest):
            candidates = [word for word in self.boxes[rest[0]] if rest.startswith(word)]
            return max(candidates, key=len, default=rest[0])

        pieces = []
        while text:
            piece = first_piece(text)
            pieces.append(piece)
            text = text.removeprefix(piece)
        return pieces
