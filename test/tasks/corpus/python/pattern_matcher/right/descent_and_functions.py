# Recursive descent to tuples, then nested functions of text and places.
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

def compiled(node):
    """A function of text and a set of places that gives the set of places after the node."""
    kind = node[0]
    if kind == "or":
        each = [compiled(inner) for inner in node[1]]
        return lambda text, places: frozenset().union(*(one(text, places) for one in each))
    if kind == "seq":
        steps = [compiled(inner) for inner in node[1]]

        def in_turn(text, places):
            for step in steps:
                places = step(text, places)
            return places

        return in_turn
    if kind == "place":
        return lambda text, places: frozenset(at for at in places if at_place(node[1], text, at))
    if kind == "repeat":
        step, least, most = compiled(node[1]), node[2], node[3]

        def again(text, places):
            turns, reached = 0, frozenset()
            while places and (most is None or turns <= most):
                if turns >= least:
                    places = places - reached
                    reached = reached | places
                places = step(text, places)
                turns += 1
            return reached

        return again
    return lambda text, places: frozenset(at + 1 for at in places if at < len(text) and fits(node, text[at]))


def matches(pattern, text):
    return len(text) in compiled(parse(pattern))(text, frozenset([0]))


def find_all(pattern, text):
    run = compiled(parse(pattern))

    def from_there_on(at):
        while at < len(text):
            end = max(run(text, frozenset([at])), default=0)
            if end > at:
                yield at, end
                at = end
            else:
                at += 1

    return list(from_there_on(0))
