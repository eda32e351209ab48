import re

COUNT = re.compile(r"\{([0-9]+)(?:,([0-9]*))?\}")
SIMPLE_REPEATS = {"*": (0, None), "+": (1, None), "?": (0, 1)}
WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
SIMPLE_MARKS = {"#": ("one", True, [("0", "9")]), ".": ("one", False, [("\n", "\n")])}


class Parser:
    """Turns a pattern into nested tuples, each of which begins with its kind."""

    def __init__(self, pattern):
        self.pattern = pattern
        self.place = 0

    def peek(self):
        return self.pattern[self.place : self.place + 1]

    def take(self):
        mark = self.peek()
        if not mark:
            raise ValueError("the pattern ends too soon")
        self.place += 1
        return mark

    def alternatives(self):
        choices = [self.chain()]
        while self.peek() == "|":
            self.take()
            choices.append(self.chain())
        return ("either", choices)

    def chain(self):
        parts = []
        while self.peek() not in ("", "|", ")"):
            parts.append(self.repeated(self.element()))
        return ("chain", parts)

    def repeated(self, inner):
        least, most = 1, 1
        if self.peek() in SIMPLE_REPEATS:
            least, most = SIMPLE_REPEATS[self.take()]
        elif self.peek() == "{":
            least, most = self.count()
        return ("repeat", inner, least, most)

    def count(self):
        found = COUNT.match(self.pattern, self.place)
        if found is None:
            raise ValueError(f"no count at {self.place}")
        self.place = found.end()
        least, most = found.groups(found[1])
        if most and int(most) < int(least):
            raise ValueError(f"{found.group()} counts downwards")
        return int(least), int(most) if most else None

    def element(self):
        mark = self.take()
        if mark in "*+?{":
            raise ValueError("nothing to repeat")
        if mark == "(":
            inner = self.alternatives()
            if self.take() != ")":
                raise ValueError("a group is not closed")
            return inner
        if mark == "[":
            return self.characters()
        if mark in "<>":
            return ("edge", mark)
        if mark in SIMPLE_MARKS:
            return SIMPLE_MARKS[mark]
        if mark == "\\":
            mark = self.take()
        return ("one", True, [(mark, mark)])

    def characters(self):
        wanted = self.peek() != "^"
        if not wanted:
            self.take()
        ranges = []
        while self.peek() != "]":
            first = last = self.character()
            if self.peek() == "-" and self.pattern[self.place + 1 : self.place + 2] != "]":
                self.take()
                last = self.character()
            if last < first:
                raise ValueError(f"{first}-{last} runs backwards")
            ranges.append((first, last))
        self.take()
        if not ranges:
            raise ValueError("an empty set of characters")
        return ("one", wanted, ranges)

    def character(self):
        mark = self.take()
        return self.take() if mark == "\\" else mark


def parse(pattern):
    parser = Parser(pattern)
    node = parser.alternatives()
    if parser.peek():
        raise ValueError("a group is closed that was not opened")
    return node


def is_edge(side, text, place):
    before = place > 0 and text[place - 1] in WORD
    after = place < len(text) and text[place] in WORD
    return (after and not before) if side == "<" else (before and not after)


def ends(node, text, starts):
    """Where matches of the node can end that begin at one of these places."""
    kind = node[0]
    if kind == "one":
        _, wanted, ranges = node
        inside = [place for place in starts if place < len(text)]
        return {place + 1 for place in inside if any(low <= text[place] < high for low, high in ranges) == wanted}
    if kind == "edge":
        return {place for place in starts if is_edge(node[1], text, place)}
    if kind == "either":
        return set().union(*[ends(choice, text, starts) for choice in node[1]])
    if kind == "chain":
        for part in node[1]:
            starts = ends(part, text, starts)
        return starts
    _, inner, least, most = node
    for _ in range(least):
        starts = ends(inner, text, starts)
    reached, fresh, rounds = set(starts), starts, least
    while fresh and rounds != most:
        fresh = ends(inner, text, fresh) - reached
        reached |= fresh
        rounds += 1
    return reached


def matches(pattern, text):
    return len(text) in ends(parse(pattern), text, {0})


def find_all(pattern, text):
    node, found, place = parse(pattern), [], 0
    while place < len(text):
        end = max(ends(node, text, {place}), default=place)
        if end > place:
            found.append((place, end))
        place = max(end, place + 1)
    return found
