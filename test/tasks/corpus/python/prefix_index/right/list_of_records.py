# A list of records with word and weight, gone through from front to back.
class PrefixIndex:
    def __init__(self):
        self.records = []

    def record(self, word):
        for record in self.records:
            if record["word"] == word:
                return record
        return None

    def add(self, word, weight=1):
        if word == "" or weight < 1:
            raise ValueError("cannot add")
        record = self.record(word)
        if record:
            record["weight"] += weight
        else:
            self.records.append({"word": word, "weight": weight})

    def remove(self, word):
        record = self.record(word)
        if record is None:
            raise KeyError(word)
        self.records.remove(record)
        return record["weight"]

    def count(self, prefix):
        total = 0
        for record in self.records:
            if record["word"].find(prefix) == 0:
                total += 1
        return total

    def suggest(self, prefix, limit=3):
        rest = [record for record in self.records if record["word"].startswith(prefix)]
        chosen = []
        while rest and len(chosen) < limit:
            best = rest[0]
            for record in rest[1:]:
                if self.better(record, best):
                    best = record
            rest.remove(best)
            chosen.append((best["word"], best["weight"]))
        return chosen

    @staticmethod
    def better(one, other):
        if one["weight"] != other["weight"]:
            return one["weight"] > other["weight"]
        if len(one["word"]) != len(other["word"]):
            return len(one["word"]) < len(other["word"])
        return one["word"] < other["word"]

    def short_form(self, word):
        if self.record(word) is None:
            raise KeyError(word)
        prefix = word[0]
        while prefix != word and self.count(prefix) > 1:
            prefix = word[: len(prefix) + 1]
        return prefix

    def split(self, text):
        pieces = []
        at = 0
        while at < len(text):
            best = text[at]
            for record in self.records:
                if text.startswith(record["word"], at) and len(record["word"]) > len(best):
                    best = record["word"]
            pieces.append(best)
            at += len(best)
        return pieces
