# Tokens and a stack of groups; then a machine of states.
def set_of(body):
    """body: pairs of (character, whether it was escaped) between the brackets."""
    negated = body[:1] == [("^", False)]
    if negated:
        body = body[1:]
    if not body:
        raise ValueError("empty set")
    ranges = []
    at = 0
    while at < len(body):
        low = high = body[at][0]
        if at + 2 < len(body) and body[at + 1] == ("-", False):
            high = body[at + 2][0]
            at += 2
        if low > high:
            raise ValueError("downwards")
        ranges.append((low, high))
        at += 1
    return ("set", negated, ranges)


def tokens(pattern):
    """Pairs of a kind and what belongs to it."""
    at = 0
    while at < len(pattern):
        mark = pattern[at]
        at += 1
        if mark == "\\":
            if at == len(pattern):
                raise ValueError("nothing after a backslash")
            yield "item", ("char", pattern[at])
            at += 1
        elif mark == "[":
            body = []
            while at < len(pattern) and pattern[at] != "]":
                escaped = pattern[at] == "\\"
                at += escaped
                if at == len(pattern):
                    break
                body.append((pattern[at], escaped))
                at += 1
            if at >= len(pattern):
                raise ValueError("open set")
            at += 1
            yield "item", set_of(body)
        elif mark == "{":
            end = pattern.find("}", at)
            numbers = pattern[at:end].split(",") if end >= 0 else []
            if len(numbers) not in (1, 2) or not is_number(numbers[0]) or not (numbers[-1] == "" or is_number(numbers[-1])):
                raise ValueError("no count")
            least = int(numbers[0])
            most = int(numbers[-1]) if numbers[-1] else None
            if most is not None and most < least:
                raise ValueError("downwards")
            yield "repeat", (least, most)
            at = end + 1
        elif mark in "*+?":
            yield "repeat", (int(mark == "+"), 1 if mark == "?" else None)
        elif mark in "()|":
            yield mark, None
        else:
            kinds = {".": ("any",), "#": ("set", False, [("0", "9")]), "<": ("place", "<"), ">": ("place", ">")}
            yield "item", kinds.get(mark, ("char", mark))


def is_number(text):
    return text != "" and all(digit in "0123456789" for digit in text)


def parse(pattern):
    """A stack of open groups, each a list of alternatives, each a list of items."""
    stack = [[[]]]
    before = None
    for kind, more in tokens(pattern):
        if kind == "item":
            stack[-1][-1].append(more)
        elif kind == "(":
            stack.append([[]])
        elif kind == "|":
            stack[-1].append([])
        elif kind == ")":
            if len(stack) == 1:
                raise ValueError("too many )")
            group = stack.pop()
            stack[-1][-1].append(("or", [("seq", items) for items in group]))
        else:
            if before not in ("item", ")"):
                raise ValueError("repeat of nothing")
            stack[-1][-1].append(("repeat", stack[-1][-1].pop(), *more))
        before = kind
    if len(stack) > 1:
        raise ValueError("open group")
    return ("or", [("seq", items) for items in stack[0]])

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
