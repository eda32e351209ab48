# Versions stay when a branch is dropped.
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
    """A dict of numbers, each with fields and the numbers that it comes from."""

    def __init__(self):
        self.versions = {0: ({}, ())}
        self.heads = {"main": 0}
        self.next = 1

    def find(self, where):
        if isinstance(where, str):
            return self.heads[where]
        if where not in self.versions:
            raise KeyError(where)
        return where

    def fields(self, number):
        return self.versions[number][0]

    def origin(self, number):
        found, waiting = set(), [number]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(self.versions[one][1])
        return found

    def enter(self, branch, fields, *parents):
        self.versions[self.next] = (copied(fields), parents)
        self.heads[branch] = self.next
        self.next += 1

    def save(self, branch, changes):
        fields = dict(self.fields(self.heads[branch]))
        for name, value in changes.items():
            fields[name] = tidy(value)
        fields = {name: value for name, value in fields.items() if value is not None}
        if fields != self.fields(self.heads[branch]):
            self.enter(branch, fields, self.heads[branch])
        return self.heads[branch]

    def show(self, where):
        return copied(self.fields(self.find(where)))

    def changes(self, old, new):
        old, new = self.show(old), self.show(new)
        return {name: [old.get(name), new.get(name)] for name in different(old, new)}

    def branch(self, name, where):
        if name in self.heads:
            raise ValueError(f"there is {name}")
        number = self.find(where)
        self.heads[name] = number

    def log(self, where):
        return sorted(self.origin(self.find(where)), reverse=True)

    def merge(self, branch, where):
        ours, theirs = self.heads[branch], self.find(where)
        if theirs in self.origin(ours):
            return ours, []
        if ours in self.origin(theirs):
            self.heads[branch] = theirs
            return theirs, []
        base = max(self.origin(ours) & self.origin(theirs))
        fields, conflicts = together(self.fields(base), self.fields(ours), self.fields(theirs))
        self.enter(branch, fields, ours, theirs)
        return self.heads[branch], conflicts

    def pick(self, branch, where):
        return self.carry(branch, where, False)

    def revert(self, branch, where):
        return self.carry(branch, where, True)

    def carry(self, branch, where, back):
        ours, number = self.heads[branch], self.find(where)
        if number == 0:
            raise ValueError("the first version changes nothing")
        pair = [self.versions[number][1][0], number]
        base, theirs = pair[::-1] if back else pair
        fields, conflicts = together(self.fields(base), self.fields(ours), self.fields(theirs))
        if fields != self.fields(ours):
            self.enter(branch, fields, ours)
        return self.heads[branch], conflicts

    def rewind(self, branch, where):
        number = self.find(where)
        if number not in self.origin(self.heads[branch]):
            raise ValueError(f"{branch} never was there")
        self.heads[branch] = number
        self.sweep()

    def drop(self, branch):
        if branch == "main":
            raise ValueError("main stays")
        del self.heads[branch]

    def sweep(self):
        kept = {0}.union(*map(self.origin, self.heads.values()))
        self.versions = {number: version for number, version in self.versions.items() if number in kept}
