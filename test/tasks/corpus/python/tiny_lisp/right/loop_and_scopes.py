# One loop reads with a stack; scopes are objects, built-in functions are checked by a wrapper.
class Name(str):
    """A name, where a plain str is a text."""


def is_number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def show(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Name):
        return str(value)
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "(" + " ".join(map(show, value)) + ")"
    return str(value) if isinstance(value, int) else "<fn>"

MARKS = "()'\";"


def read_all(text):
    """One loop over the characters, with a stack of open lists; a quote is a list that closes after one item."""
    stack = [("all", [])]

    def put(value):
        stack[-1][1].append(value)
        while stack[-1][0] == "quote":
            quoted = stack.pop()[1]
            stack[-1][1].append([Name("quote"), *quoted])

    at = 0
    while at < len(text):
        mark = text[at]
        if mark in " \n":
            at += 1
        elif mark == ";":
            while at < len(text) and text[at] != "\n":
                at += 1
        elif mark == '"':
            end = text.find('"', at + 1)
            if end < 0:
                raise ValueError("a text without an end")
            put(text[at + 1 : end])
            at = end + 1
        elif mark == "(":
            stack.append(("list", []))
            at += 1
        elif mark == ")":
            kind, items = stack.pop()
            if kind != "list":
                raise ValueError("a bracket out of place")
            put(items)
            at += 1
        elif mark == "'":
            stack.append(("quote", []))
            at += 1
        else:
            end = at
            while end < len(text) and text[end] not in MARKS and text[end] not in " \n":
                end += 1
            word = text[at:end]
            digits = word[1:] if word[0] == "-" else word
            if digits and not digits.strip("0123456789"):
                put(int(word))
            elif word in ("true", "false"):
                put(word == "true")
            else:
                put(Name(word))
            at = end
    if len(stack) > 1:
        raise ValueError("something is left open")
    return stack[0][1]

def builtin(least, most, *kinds):
    """Checks the number and the kinds of arguments; the last kind goes for all that follow."""

    def around(function):
        def checked(*values):
            if len(values) < least or most is not None and len(values) > most:
                raise TypeError("a wrong number of arguments")
            for place, value in enumerate(values):
                kind = kinds[min(place, len(kinds) - 1)]
                if kind == "number" and not is_number(value):
                    raise TypeError("not a number")
                if kind in ("list", "filled") and not isinstance(value, list):
                    raise TypeError("not a list")
                if kind == "filled" and value == []:
                    raise TypeError("nothing in it")
            return function(*values)

        return checked

    return around


def times(*values):
    made = 1
    for value in values:
        made = made * value
    return made


BUILT_IN = {
    "+": builtin(0, None, "number")(lambda *values: sum(values)),
    "*": builtin(0, None, "number")(times),
    "-": builtin(2, 2, "number")(lambda a, b: a - b),
    "<": builtin(2, 2, "number")(lambda a, b: a < b),
    "div": builtin(2, 2, "number")(lambda a, b: a // b),
    "=": builtin(2, 2, "any")(lambda a, b: show(a) == show(b)),
    "list": builtin(0, None, "any")(lambda *values: [*values]),
    "head": builtin(1, 1, "filled")(lambda values: values[0]),
    "tail": builtin(1, 1, "filled")(lambda values: values[1:]),
    "join": builtin(2, 2, "any", "list")(lambda value, values: [value] + values),
    "count": builtin(1, 1, "list")(len),
}

class Scope:
    def __init__(self, outer=None, names=()):
        self.outer = outer
        self.names = dict(names)

    def holding(self, name):
        scope = self
        while scope is not None:
            if name in scope.names:
                return scope
            scope = scope.outer
        raise NameError(name)


FORMS = {"if", "def", "set", "let", "fn", "do", "while", "quote"}


def evaluate(tree, scope):
    if isinstance(tree, Name):
        return scope.holding(tree).names[tree]
    if not isinstance(tree, list) or not tree:
        return tree
    head, *rest = tree
    if isinstance(head, Name) and head in FORMS:
        return form(head, rest, scope)
    function = evaluate(head, scope)
    values = [evaluate(each, scope) for each in rest]
    if not callable(function):
        raise TypeError("not a function")
    return function(*values)


def body(trees, scope):
    value = []
    for tree in trees:
        value = evaluate(tree, scope)
    return value


def holds(value):
    return value is not False and value != []


def form(head, rest, scope):
    if head == "quote":
        return rest[0]
    if head == "if":
        if holds(evaluate(rest[0], scope)):
            return evaluate(rest[1], scope)
        return evaluate(rest[2], scope) if len(rest) == 3 else []
    if head == "def":
        value = scope.names[rest[0]] = evaluate(rest[1], scope)
        return value
    if head == "set":
        value = evaluate(rest[1], scope)
        scope.holding(rest[0]).names[rest[0]] = value
        return value
    if head == "let":
        inner = Scope(scope)
        for name, tree in rest[0]:
            inner.names[name] = evaluate(tree, inner)
        return body(rest[1:], inner)
    if head == "do":
        return body(rest, scope)
    if head == "while":
        turns = 0
        while holds(evaluate(rest[0], scope)):
            body(rest[1:], scope)
            turns += 1
        return turns

    def function(*values):
        if len(values) != len(rest[0]):
            raise TypeError("a wrong number of values")
        return body(rest[1:], Scope(scope, zip(rest[0], values)))

    return function


def run(text):
    trees = read_all(text)
    scope = Scope(Scope(None, BUILT_IN))
    return [show(evaluate(tree, scope)) for tree in trees]
