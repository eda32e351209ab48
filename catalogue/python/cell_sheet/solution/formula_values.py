"""Values of cells, each worked out once, and the cells that have none: those in a circle, or that need one in it."""


class Failure(Exception):
    """What stands in a cell in place of a value: #REF, #DIV, #VALUE or #CYCLE."""


def number(value):
    if isinstance(value, str):
        raise Failure("#VALUE")
    return value


def divided(left, right):
    if right == 0:
        raise Failure("#DIV")
    return left // right


def rank(value):
    return isinstance(value, str), value


OPERATORS = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": divided,
}
COMPARISONS = {
    "<": lambda left, right: left < right,
    "=": lambda left, right: left == right,
    ">": lambda left, right: left > right,
}
SUMMARIES = {
    "SUM": sum,
    "MIN": lambda numbers: min(numbers, default=0),
    "MAX": lambda numbers: max(numbers, default=0),
    "COUNT": len,
}


def needed_by(contents):
    """For each formula's cell the formulas' cells that it needs."""
    formulas = {cell for cell, content in contents.items() if hasattr(content, "tree")}
    return {cell: formulas.intersection(contents[cell].cells) for cell in formulas}


def unending(contents):
    open_cells = needed_by(contents)
    while True:
        done = [cell for cell, needs in open_cells.items() if not needs]
        if not done:
            return set(open_cells)
        for cell in done:
            del open_cells[cell]
        for needs in open_cells.values():
            needs.difference_update(done)


class Calculation:
    def __init__(self, contents, endless):
        self.contents = contents
        self.known = dict.fromkeys(endless, "#CYCLE")
        self.failed = set(endless)

    def value(self, cell):
        if cell not in self.known:
            content = self.contents.get(cell)
            try:
                self.known[cell] = self._of(content.tree) if hasattr(content, "tree") else content
            except Failure as failure:
                self.failed.add(cell)
                self.known[cell] = str(failure)
        return self.known[cell]

    def _sound(self, cell):
        """The value of a cell that another needs: what failed there fails here, too."""
        value = self.value(cell)
        if cell in self.failed:
            raise Failure(value)
        return value

    def _of(self, tree):
        kind = tree[0]
        if kind == "number":
            return tree[1]
        if kind == "error":
            raise Failure(tree[1])
        if kind == "cell":
            value = self._sound(tree[1])
            return 0 if value is None else value
        if kind == "negative":
            return -number(self._of(tree[1]))
        if kind == "IF":
            return self._of(tree[2] if number(self._of(tree[1])) else tree[3])
        if kind == "call":
            return SUMMARIES[tree[1]]([value for part in tree[2] for value in self._numbers(part)])
        left, right = self._of(tree[1]), self._of(tree[2])
        if kind in COMPARISONS:
            return int(COMPARISONS[kind](rank(left), rank(right)))
        return OPERATORS[kind](number(left), number(right))

    def _numbers(self, part):
        if part[0] != "range":
            return [number(self._of(part))]
        return [value for value in map(self._sound, part[1]) if isinstance(value, int)]
