# The tree becomes nested functions of text and places.
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
