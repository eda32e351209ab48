# Values come together by one rule after another; versions know all they came from.
from collections import namedtuple

Version = namedtuple("Version", "number fields log first")


def one_value(base, ours, theirs):
    """What becomes of a value, and whether that is certain."""
    if ours == base:
        return theirs, True
    if theirs == base or ours == theirs:
        return ours, True
    if isinstance(ours, list) and isinstance(theirs, list):
        old = base if isinstance(base, list) else []
        both = [text for text in ours if text in theirs]
        new = [text for text in ours + theirs if text not in old]
        return sorted(set(both + new)), True
    if all(isinstance(value, int) for value in (base, ours, theirs)):
        return ours + theirs - base, True
    if all(isinstance(value, str) for value in (base, ours, theirs)):
        rows = [value.split("\n") for value in (base, ours, theirs)]
        if len(rows[0]) == len(rows[1]) == len(rows[2]):
            lines = []
            for old, mine, other in zip(*rows):
                if mine == old:
                    lines.append(other)
                elif other == old or other == mine:
                    lines.append(mine)
                else:
                    return ours, False
            return "\n".join(lines), True
    return ours, False


def together(base, ours, theirs):
    fields, conflicts = {}, []
    for name in sorted({*base, *ours, *theirs}):
        value, certain = one_value(base.get(name), ours.get(name), theirs.get(name))
        if not certain:
            conflicts.append(name)
        if value is not None:
            fields[name] = value
    return fields, conflicts


def tidy(value):
    return sorted(set(value)) if isinstance(value, list) else value


def copied(fields):
    return {name: list(value) if isinstance(value, list) else value for name, value in fields.items()}


def different(old, new):
    return [name for name in {*old, *new} if old.get(name) != new.get(name)]


class Archive:
    """Each version has the set of all numbers that it comes from, and what it was before."""

    def __init__(self):
        start = Version(0, {}, frozenset([0]), None)
        self.count = 0
        self.known = [start]
        self.at = {"main": start}

    def __getitem__(self, where):
        if where in self.at:
            return self.at[where]
        for version in self.known:
            if version.number == where:
                return version
        raise KeyError(where)

    def head(self, branch):
        if branch not in self.at:
            raise KeyError(branch)
        return self.at[branch]

    def new(self, branch, fields, *sources):
        self.count += 1
        log = frozenset([self.count]).union(*(source.log for source in sources))
        self.at[branch] = Version(self.count, fields, log, sources[0].fields)
        self.known.append(self.at[branch])

    def save(self, branch, changes):
        head = self.head(branch)
        fields = {**head.fields, **{name: tidy(value) for name, value in changes.items()}}
        fields = {name: value for name, value in fields.items() if value is not None}
        if different(head.fields, fields):
            self.new(branch, fields, head)
        return self.at[branch].number

    def show(self, where):
        return copied(self[where].fields)

    def changes(self, old, new):
        pair = [self.show(where) for where in (old, new)]
        return {name: [fields.get(name) for fields in pair] for name in different(*pair)}

    def branch(self, name, where):
        if name in self.at:
            raise ValueError(name)
        version = self[where]
        self.at[name] = version

    def log(self, where):
        return sorted(self[where].log)[::-1]

    def merge(self, branch, where):
        ours, theirs = self.head(branch), self[where]
        conflicts = []
        if ours.number in theirs.log:
            self.at[branch] = theirs
        elif theirs.number not in ours.log:
            base = self[max(ours.log & theirs.log)]
            fields, conflicts = together(base.fields, ours.fields, theirs.fields)
            self.new(branch, fields, ours, theirs)
        return self.at[branch].number, conflicts

    def carry(self, branch, base, theirs):
        ours = self.head(branch)
        fields, conflicts = together(base, ours.fields, theirs)
        if different(fields, ours.fields):
            self.new(branch, fields, ours)
        return self.at[branch].number, conflicts

    def source(self, where):
        version = self[where]
        if version.first is None:
            raise ValueError("it comes from nothing")
        return version

    def pick(self, branch, where):
        self.head(branch)
        version = self.source(where)
        return self.carry(branch, version.first, version.fields)

    def revert(self, branch, where):
        self.head(branch)
        version = self.source(where)
        return self.carry(branch, version.fields, version.first)

    def rewind(self, branch, where):
        head, version = self.head(branch), self[where]
        if version.number not in head.log:
            raise ValueError("not in its log")
        self.at[branch] = version
        self.forget()

    def drop(self, branch):
        self.head(branch)
        if branch == "main":
            raise ValueError(branch)
        self.at.pop(branch)
        self.forget()

    def forget(self):
        needed = set().union({0}, *(version.log for version in self.at.values()))
        self.known = [version for version in self.known if version.number in needed]
