from history import History
from merging import merge_fields
from values import changed, copy_of, differences


class Archive:
    def __init__(self):
        self.history = History()
        self.branches = {"main": 0}

    def number_of(self, where):
        if isinstance(where, str):
            return self.branches[where]
        if where not in self.history.versions:
            raise KeyError(where)
        return where

    def show(self, where):
        return copy_of(self.history.fields(self.number_of(where)))

    def branch(self, name, where):
        if name in self.branches:
            raise ValueError(f"there is a branch {name}")
        self.branches[name] = self.number_of(where)

    def log(self, where):
        return sorted(self.history.behind(self.number_of(where)), reverse=True)

    def changes(self, old, new):
        return differences(self.show(old), self.show(new))

    def save(self, branch, changes):
        head = self.branches[branch]
        return self.advance(branch, [head], changed(self.history.fields(head), changes))

    def advance(self, branch, parents, fields):
        """Puts a version at the end of the branch, unless it would be as the one before and come from it alone."""
        head = self.branches[branch]
        if len(parents) > 1 or fields != self.history.fields(head):
            self.branches[branch] = self.history.add(parents, fields)
        return self.branches[branch]

    def merge(self, branch, where):
        ours, theirs = self.branches[branch], self.number_of(where)
        base = self.history.common(ours, theirs)
        if base == ours:
            self.branches[branch] = theirs
        if base in (ours, theirs):
            return self.branches[branch], []
        fields, conflicts = self.brought_together(base, ours, theirs)
        return self.advance(branch, [ours, theirs], fields), conflicts

    def brought_together(self, base, ours, theirs):
        return merge_fields(*(self.history.fields(number) for number in (base, ours, theirs)))

    def pick(self, branch, where):
        head, number = self.branches[branch], self.number_of(where)
        fields, conflicts = self.brought_together(self.history.parent(number), head, number)
        return self.advance(branch, [head], fields), conflicts

    def revert(self, branch, where):
        head, number = self.branches[branch], self.number_of(where)
        fields, conflicts = self.brought_together(number, head, self.history.parent(number))
        return self.advance(branch, [head], fields), conflicts

    def rewind(self, branch, where):
        number = self.number_of(where)
        if number not in self.history.behind(self.branches[branch]):
            raise ValueError(f"{number} is not behind {branch}")
        self.branches[branch] = number
        self.history.keep_only(self.branches.values())

    def drop(self, branch):
        if branch == "main":
            raise ValueError("main stays")
        del self.branches[branch]
        self.history.keep_only(self.branches.values())
