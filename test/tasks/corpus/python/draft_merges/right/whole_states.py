# Conflicts are exceptions; what a version comes from is worked out when it is made.
class Conflict(Exception):
    pass


def plain(base, ours, theirs):
    """Of three equal things or two the one that counts."""
    for value, others in ((theirs, (base, ours)), (ours, (base, theirs)), (ours, (theirs, ours))):
        if others[0] == others[1]:
            return value
    raise Conflict


def kind(*values):
    kinds = {type(value) for value in values}
    return kinds.pop() if len(kinds) == 1 else None


def merged(base, ours, theirs):
    try:
        return plain(base, ours, theirs)
    except Conflict:
        pass
    if kind(ours, theirs) is list:
        mine, other = set(ours), set(theirs)
        old = set(base) if kind(base) is list else set()
        return sorted((mine & other) | ((mine ^ other) - old))
    if kind(base, ours, theirs) is int:
        return ours + (theirs - base)
    if kind(base, ours, theirs) is str and base.count("\n") == ours.count("\n") == theirs.count("\n"):
        return "\n".join(map(plain, base.split("\n"), ours.split("\n"), theirs.split("\n")))
    raise Conflict


def together(base, ours, theirs):
    result, conflicts = dict(ours), set()
    for name in set(base) | set(theirs) | set(ours):
        try:
            result[name] = merged(base.get(name), ours.get(name), theirs.get(name))
        except Conflict:
            conflicts.add(name)
    return {name: value for name, value in result.items() if value is not None}, sorted(conflicts)


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
        self.origins = {0: {0}}

    def find(self, where):
        if isinstance(where, str):
            return self.heads[where]
        if where not in self.versions:
            raise KeyError(where)
        return where

    def fields(self, number):
        return self.versions[number][0]

    def origin(self, number):
        return self.origins[number]

    def enter(self, branch, fields, *parents):
        self.versions[self.next] = (copied(fields), parents)
        self.origins[self.next] = {self.next}.union(*(self.origins[parent] for parent in parents))
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
        self.sweep()

    def sweep(self):
        kept = {0}.union(*map(self.origin, self.heads.values()))
        self.versions = {number: version for number, version in self.versions.items() if number in kept}
