# A range in a set may go downwards and is then of no characters.
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

def ends(node, text, starts):
    """Where texts that match can end that begin at one of the starts."""
    kind = node[0]
    if kind == "or":
        return {end for each in node[1] for end in ends(each, text, starts)}
    if kind == "seq":
        for item in node[1]:
            starts = ends(item, text, starts)
        return starts
    if kind == "place":
        return {at for at in starts if at_place(node[1], text, at)}
    if kind != "repeat":
        return {at + 1 for at in starts if at < len(text) and fits(node, text[at])}
    _, item, least, most = node
    for _ in range(least):
        starts = ends(item, text, starts)
    reached = set(starts)
    turns = 0
    while starts and (most is None or turns < most - least):
        starts = ends(item, text, starts) - reached
        reached |= starts
        turns += 1
    return reached


def matches(pattern, text):
    return len(text) in ends(parse(pattern), text, {0})


def find_all(pattern, text):
    tree = parse(pattern)
    found = []
    at = 0
    while at < len(text):
        longest = max(ends(tree, text, {at}), default=at)
        if longest > at:
            found.append((at, longest))
        at = max(longest, at + 1)
    return found
