# Their changes are made to ours; versions are numbers in a dict.
def together(base, ours, theirs):
    """Goes only through what theirs did to base, and does it to ours."""
    fields, conflicts = dict(ours), []
    for name in sorted(set(base) | set(theirs)):
        old, new, mine = base.get(name), theirs.get(name), ours.get(name)
        if old == new or mine == new:
            continue
        if mine == old:
            changed = new
        else:
            changed = applied(old, new, mine)
            if changed is None:
                conflicts.append(name)
                continue
        if changed is None:
            fields.pop(name)
        else:
            fields[name] = changed
    return fields, conflicts


def applied(old, new, mine):
    """mine with the change from old to new, or None."""
    if type(mine) is list and type(new) is list:
        gone = [text for text in old if text not in new] if type(old) is list else []
        added = [text for text in new if type(old) is not list or text not in old]
        return sorted({*mine, *added} - set(gone))
    if type(old) is type(new) is type(mine) is int:
        return mine + new - old
    if type(old) is type(new) is type(mine) is str:
        lines = [text.split("\n") for text in (old, new, mine)]
        if len({len(one) for one in lines}) == 1:
            result = list(lines[2])
            for place, (was, will, has) in enumerate(zip(*lines)):
                if was != will and has != will:
                    if has != was:
                        return None
                    result[place] = will
            return "\n".join(result)
    return None


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
        self.sweep()

    def sweep(self):
        kept = {0}.union(*map(self.origin, self.heads.values()))
        self.versions = {number: version for number, version in self.versions.items() if number in kept}
