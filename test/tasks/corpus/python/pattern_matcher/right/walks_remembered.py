# Walks over the tree, whose ends are remembered by node and place.
class Parser:
    """Recursive descent over the pattern; gives nested tuples."""

    def __init__(self, pattern):
        self.rest = list(reversed(pattern))

    def peek(self):
        return self.rest[-1] if self.rest else ""

    def whole(self):
        tree = self.alternatives()
        if self.rest:
            raise ValueError("a ) too many")
        return tree

    def alternatives(self):
        found = [self.sequence()]
        while self.peek() == "|":
            self.rest.pop()
            found.append(self.sequence())
        return ("or", found)

    def sequence(self):
        items = []
        while self.rest and self.peek() not in "|)":
            item = self.item()
            least, most = self.repeat()
            items.append(item if (least, most) == (1, 1) else ("repeat", item, least, most))
        return ("seq", items)

    def item(self):
        mark = self.rest.pop()
        if mark == "(":
            inner = self.alternatives()
            if self.peek() != ")":
                raise ValueError("a group is left open")
            self.rest.pop()
            return inner
        if mark == "[":
            return self.set()
        if mark in "*+?{":
            raise ValueError("a repeat of nothing")
        if mark == ".":
            return ("any",)
        if mark == "#":
            return ("set", False, [("0", "9")])
        if mark in "<>":
            return ("place", mark)
        return ("char", self.escaped() if mark == "\\" else mark)

    def escaped(self):
        if not self.rest:
            raise ValueError("a backslash at the end")
        return self.rest.pop()

    def set(self):
        negated = self.peek() == "^"
        if negated:
            self.rest.pop()
        ranges = []
        while self.peek() != "]":
            low = self.set_character()
            if self.peek() == "-" and len(self.rest) > 1 and self.rest[-2] != "]":
                self.rest.pop()
                high = self.set_character()
                if high < low:
                    raise ValueError("a range goes downwards")
            else:
                high = low
            ranges.append((low, high))
        self.rest.pop()
        if not ranges:
            raise ValueError("a set of nothing")
        return ("set", negated, ranges)

    def set_character(self):
        if not self.rest:
            raise ValueError("a set is left open")
        mark = self.rest.pop()
        return self.escaped() if mark == "\\" else mark

    def repeat(self):
        counts = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        found = (1, 1)
        if self.peek() and self.peek() in counts:
            found = counts[self.rest.pop()]
        elif self.peek() == "{":
            self.rest.pop()
            text = ""
            while self.peek() != "}":
                if not self.rest:
                    raise ValueError("a count is left open")
                text += self.rest.pop()
            self.rest.pop()
            found = self.count(text)
        else:
            return found
        if self.peek() and self.peek() in "*+?{":
            raise ValueError("a repeat of a repeat")
        return found

    def count(self, text):
        first, comma, last = text.partition(",")
        for digits in (first, last) if last else (first,):
            if not digits or any(digit not in "0123456789" for digit in digits):
                raise ValueError("not a count")
        if not comma:
            return int(first), int(first)
        if last and int(last) < int(first):
            raise ValueError("a count goes downwards")
        return int(first), int(last) if last else None


def parse(pattern):
    return Parser(pattern).whole()

WORD = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def at_place(sign, text, at):
    after = at < len(text) and text[at] in WORD
    before = at > 0 and text[at - 1] in WORD
    return after and not before if sign == "<" else before and not after


def fits(node, character):
    if node[0] == "char":
        return character == node[1]
    if node[0] == "any":
        return character != "\n"
    inside = any(low <= character <= high for low, high in node[2])
    return inside != node[1]

def walk(node, text, at, seen):
    """Yields each end once; seen keeps what was asked before, so that nothing is walked twice."""
    key = (id(node), at)
    if key not in seen:
        seen[key] = sorted(set(fresh(node, text, at, seen)))
    yield from seen[key]


def fresh(node, text, at, seen):
    kind = node[0]
    if kind == "or":
        for each in node[1]:
            yield from walk(each, text, at, seen)
    elif kind == "seq":
        places = [at]
        for item in node[1]:
            places = sorted({end for place in places for end in walk(item, text, place, seen)})
        yield from places
    elif kind == "repeat":
        _, item, least, most = node
        turn, places, every = 0, {at}, set()
        while places and (most is None or turn <= most):
            if turn >= least:
                if places <= every:
                    break
                every |= places
            places = {end for place in places for end in walk(item, text, place, seen)}
            turn += 1
        yield from every
    elif kind == "place":
        if at_place(node[1], text, at):
            yield at
    elif at < len(text) and fits(node, text[at]):
        yield at + 1


def matches(pattern, text):
    tree = parse(pattern)
    return any(end == len(text) for end in walk(tree, text, 0, {}))


def find_all(pattern, text):
    tree, seen = parse(pattern), {}
    found = []
    begin = 0
    for at in range(len(text)):
        if at < begin:
            continue
        *_, last = [at, *walk(tree, text, at, seen)]
        if last > at:
            found.append((at, last))
            begin = last
    return found
