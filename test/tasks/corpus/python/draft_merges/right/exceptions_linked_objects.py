# Conflicts are exceptions; drafts are linked and found from the branches.
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


class Draft:
    def __init__(self, number, fields, parents):
        self.number = number
        self.fields = fields
        self.parents = parents

    def line(self):
        """This one and all it came from, by number."""
        found = {self.number: self}
        for parent in self.parents:
            found.update(parent.line())
        return found


class Archive:
    """Drafts that are linked; those that nobody needs are not found from the branches."""

    def __init__(self):
        self.first = Draft(0, {}, [])
        self.branches = {"main": self.first}
        self.given = 0

    def there(self):
        found = {0: self.first}
        for draft in self.branches.values():
            found.update(draft.line())
        return found

    def draft(self, where):
        return self.branches[where] if type(where) is str else self.there()[where]

    def put(self, branch, fields, parents):
        self.given += 1
        self.branches[branch] = Draft(self.given, fields, parents)
        return self.given

    def save(self, branch, changes):
        old = self.branches[branch]
        new = copied(old.fields)
        for name in changes:
            if changes[name] is None:
                new.pop(name, None)
            else:
                new[name] = tidy(changes[name])
        return self.put(branch, new, [old]) if new != old.fields else old.number

    def show(self, where):
        return copied(self.draft(where).fields)

    def changes(self, old, new):
        one, two = self.show(old), self.show(new)
        result = {name: [value, None] for name, value in one.items()}
        for name, value in two.items():
            result[name] = [one.get(name), value]
        return {name: pair for name, pair in result.items() if pair[0] != pair[1]}

    def branch(self, name, where):
        if name in self.branches:
            raise ValueError("this branch is there")
        draft = self.draft(where)
        self.branches[name] = draft

    def log(self, where):
        return sorted(self.draft(where).line(), key=lambda number: -number)

    def merge(self, branch, where):
        ours, theirs = self.branches[branch], self.draft(where)
        mine, other = ours.line(), theirs.line()
        if theirs.number in mine:
            return ours.number, []
        if ours.number in other:
            self.branches[branch] = theirs
            return theirs.number, []
        base = mine[max(number for number in mine if number in other)]
        fields, conflicts = together(base.fields, ours.fields, theirs.fields)
        return self.put(branch, fields, [ours, theirs]), conflicts

    def pick(self, branch, where):
        return self.redo(branch, self.draft(where), 1)

    def revert(self, branch, where):
        return self.redo(branch, self.draft(where), -1)

    def redo(self, branch, draft, way):
        ours = self.branches[branch]
        if not draft.parents:
            raise ValueError("it is the first")
        sides = [draft.parents[0].fields, draft.fields][::way]
        fields, conflicts = together(sides[0], ours.fields, sides[1])
        return (ours.number if fields == ours.fields else self.put(branch, fields, [ours])), conflicts

    def rewind(self, branch, where):
        draft = self.draft(where)
        if draft.number not in self.branches[branch].line():
            raise ValueError("that is elsewhere")
        self.branches[branch] = draft

    def drop(self, branch):
        if branch == "main":
            raise ValueError("not main")
        self.branches.pop(branch)
