from recipes import Failure, make
from records import Records
from rulebook import Rulebook
from walking import products_of


class Builder:
    def __init__(self, text):
        self.rulebook = Rulebook(text)
        self.sources = {}
        self.records = Records()

    def put(self, name, words):
        if self.rulebook.find(name) is not None:
            raise ValueError(f"{name} is a product")
        self.sources[name] = list(words)

    def drop(self, name):
        del self.sources[name]

    def words_of(self, name):
        return self.records.words(name) if name in self.records else self.sources[name]

    def read(self, name):
        return list(self.words_of(name))

    def users(self, name):
        return self.records.users(name)

    def change(self, text):
        self.rulebook = Rulebook(text)
        for name in list(self.sources):
            if self.rulebook.find(name) is not None:
                del self.sources[name]
        for name in self.records.names():
            if self.rulebook.find(name) is None:
                self.records.forget(name)

    def build(self, goal):
        report = []
        bad = set()
        for name, operation, parts in products_of(goal, self.rulebook, self.sources):
            state = self.attempt(name, operation, parts) if bad.isdisjoint(parts) else "skipped"
            if state in ("failed", "skipped"):
                bad.add(name)
                self.records.forget(name)
            if state != "fresh":
                report.append(f"{state} {name}")
        return report

    def attempt(self, name, operation, parts):
        given = [self.words_of(part) for part in parts]
        how = (operation, parts, given)
        if self.records.is_fresh(name, how):
            return "fresh"
        try:
            self.records.keep(name, how, make(operation, given))
        except Failure:
            return "failed"
        return "made"

    def stale(self, goal):
        names = []
        for name, operation, parts in products_of(goal, self.rulebook, self.sources):
            if any(part in names for part in parts):
                names.append(name)
            elif not self.records.is_fresh(name, (operation, parts, [self.words_of(part) for part in parts])):
                names.append(name)
        return names
