# Takes the derivative of the pattern by one character after the other.
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

NOTHING, EMPTY = ("none",), ("seq", ())


def frozen(node):
    """The tree as tuples that can be compared and kept in dicts."""
    kind = node[0]
    if kind == "or":
        return either([frozen(each) for each in node[1]])
    if kind == "seq":
        return ("seq", tuple(frozen(each) for each in node[1]))
    if kind == "repeat":
        return ("repeat", frozen(node[1]), node[2], node[3])
    if kind == "set":
        return ("set", node[1], tuple(node[2]))
    return tuple(node)


def either(options):
    kept = []
    for option in options:
        for each in option[1] if option[0] == "or" else (option,):
            if each != NOTHING and each not in kept:
                kept.append(each)
    return kept[0] if len(kept) == 1 else ("or", tuple(kept)) if kept else NOTHING


def joined(first, rest):
    if first == NOTHING or NOTHING in rest:
        return NOTHING
    return ("seq", (*(first[1] if first[0] == "seq" else (first,)), *rest))


def may_be_empty(node, place):
    kind = node[0]
    if kind == "or":
        return any(may_be_empty(each, place) for each in node[1])
    if kind == "seq":
        return all(may_be_empty(each, place) for each in node[1])
    if kind == "repeat":
        return node[2] == 0 or may_be_empty(node[1], place)
    return kind == "place" and place(node[1])


def after(node, character, place):
    """What must follow once the character was taken."""
    kind = node[0]
    if kind == "or":
        return either([after(each, character, place) for each in node[1]])
    if kind == "seq":
        options = []
        for number, item in enumerate(node[1]):
            options.append(joined(after(item, character, place), node[1][number + 1 :]))
            if not may_be_empty(item, place):
                break
        return either(options) if options else NOTHING
    if kind == "repeat":
        _, item, least, most = node
        if most == 0:
            return NOTHING
        rest = ("repeat", item, max(0, least - 1), None if most is None else most - 1)
        first = joined(after(item, character, place), (rest,))
        if least > 1 and may_be_empty(item, place):
            # Turns that take nothing count as well, so that the last of them may be the one that takes.
            fewer = ("repeat", item, 0, None if most is None else most - 1)
            return either([first, joined(after(item, character, place), (fewer,))])
        return first
    if kind in ("place", "none"):
        return NOTHING
    return EMPTY if fits(node, character) else NOTHING


def longest(tree, text, at):
    last = None
    while True:
        place = lambda sign, at=at: at_place(sign, text, at)
        if may_be_empty(tree, place):
            last = at
        if at == len(text) or tree == NOTHING:
            return last
        tree = after(tree, text[at], place)
        at += 1


def matches(pattern, text):
    return longest(frozen(parse(pattern)), text, 0) == len(text)


def find_all(pattern, text):
    tree = frozen(parse(pattern))
    found, at = [], 0
    while at < len(text):
        end = longest(tree, text, at)
        if end is not None and end > at:
            found.append((at, end))
            at = end
        else:
            at += 1
    return found
