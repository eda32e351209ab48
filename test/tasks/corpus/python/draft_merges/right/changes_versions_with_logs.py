# Their changes are made to ours; versions know all they came from.
from collections import namedtuple

Version = namedtuple("Version", "number fields log first")


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
