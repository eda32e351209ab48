# A machine of states and steps is built of the tree and run in all states at once.
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

class Machine:
    """States with steps: a test of one character, or None for a step that takes none (with a place to be at, perhaps)."""

    def __init__(self, tree):
        self.steps = []
        self.start, self.end = self.state(), self.state()
        self.add(tree, self.start, self.end)

    def state(self):
        self.steps.append([])
        return len(self.steps) - 1

    def add(self, node, start, end):
        kind = node[0]
        if kind == "or":
            for each in node[1]:
                self.add(each, start, end)
        elif kind == "seq":
            for item in node[1]:
                after = self.state()
                self.add(item, start, after)
                start = after
            self.steps[start].append(("free", None, end))
        elif kind == "repeat":
            _, item, least, most = node
            for _ in range(least):
                after = self.state()
                self.add(item, start, after)
                start = after
            if most is None:
                loop = self.state()
                self.steps[start].append(("free", None, loop))
                back = self.state()
                self.add(item, loop, back)
                self.steps[back].append(("free", None, loop))
                start = loop
            else:
                for _ in range(most - least):
                    self.steps[start].append(("free", None, end))
                    after = self.state()
                    self.add(item, start, after)
                    start = after
            self.steps[start].append(("free", None, end))
        elif kind == "place":
            self.steps[start].append(("place", node[1], end))
        else:
            self.steps[start].append(("take", node, end))

    def closure(self, states, text, at):
        waiting, seen = list(states), set(states)
        while waiting:
            for kind, more, target in self.steps[waiting.pop()]:
                if target in seen or kind == "take" or kind == "place" and not at_place(more, text, at):
                    continue
                seen.add(target)
                waiting.append(target)
        return seen

    def last_end(self, text, at):
        """The last place where a match from there can end, or None."""
        states = self.closure({self.start}, text, at)
        last = at if self.end in states else None
        while states and at < len(text):
            states = {
                target
                for state in states
                for kind, node, target in self.steps[state]
                if kind == "take" and fits(node, text[at])
            }
            at += 1
            states = self.closure(states, text, at)
            if self.end in states:
                last = at
        return last


def matches(pattern, text):
    return Machine(parse(pattern)).last_end(text, 0) == len(text)


def find_all(pattern, text):
    machine = Machine(parse(pattern))
    found, at = [], 0
    while at < len(text):
        end = machine.last_end(text, at)
        if end is None or end == at:
            at += 1
        else:
            found.append((at, end))
            at = end
    return found
