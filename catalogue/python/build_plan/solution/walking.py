"""Finds out in which order the parts of a goal are gone through."""


class Walk:
    def __init__(self, rulebook, sources):
        self.rulebook = rulebook
        self.sources = sources
        self.open = []
        self.order = []
        self.seen = set()

    def visit(self, name):
        if name in self.open:
            raise ValueError(f"{name} needs itself")
        if name in self.seen:
            return
        self.seen.add(name)
        rule = self.rulebook.find(name)
        if rule is None:
            if name not in self.sources:
                raise KeyError(name)
            return
        operation, parts = rule
        self.open.append(name)
        for part in parts:
            self.visit(part)
        self.open.pop()
        self.order.append((name, operation, parts))


def products_of(goal, rulebook, sources):
    """All products that the goal needs as (name, operation, parts), each after what it needs itself."""
    walk = Walk(rulebook, sources)
    walk.visit(goal)
    return walk.order
