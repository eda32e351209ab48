# - takes one number, too.
import re


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

TOKEN = re.compile(r'[ \n]+|;[^\n]*|([()\'])|"([^"]*)"|([^()\'"; \n]+)')


def tokens_of(text):
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise ValueError("a text is left open")
        at = match.end()
        mark, string, word = match.groups()
        if mark:
            yield mark, None
        elif string is not None:
            yield "value", string
        elif word:
            yield "value", atom(word)


def atom(word):
    if re.fullmatch("-?[0-9]+", word):
        return int(word)
    return {"true": True, "false": False}.get(word, Name(word))


def read_all(text):
    tokens = list(tokens_of(text))[::-1]
    found = []
    while tokens:
        found.append(read(tokens))
    return found


def read(tokens):
    if not tokens:
        raise ValueError("something is missing at the end")
    kind, value = tokens.pop()
    if kind == "value":
        return value
    if kind == "'":
        return [Name("quote"), read(tokens)]
    if kind == ")":
        raise ValueError("a ) too many")
    items = []
    while tokens and tokens[-1][0] != ")":
        items.append(read(tokens))
    if not tokens:
        raise ValueError("a ( is left open")
    tokens.pop()
    return items

def numbers(values):
    if not all(is_number(value) for value in values):
        raise TypeError("numbers are needed")
    return values


def two(values):
    if len(values) != 2:
        raise TypeError("two values are needed")
    return numbers(values)


def one_list(values, filled=False):
    if len(values) != 1 or not isinstance(values[0], list) or filled and not values[0]:
        raise TypeError("a list is needed")
    return values[0]


def product(*values):
    result = 1
    for value in numbers(values):
        result *= value
    return result


def alike(*values):
    if len(values) != 2:
        raise TypeError("two values are needed")
    return show(values[0]) == show(values[1])


def join(*values):
    if len(values) != 2 or not isinstance(values[1], list):
        raise TypeError("a value and a list are needed")
    return [values[0], *values[1]]


def minus(*values):
    if len(values) == 1:
        return -numbers(values)[0]
    a, b = two(values)
    return a - b


def less(*values):
    a, b = two(values)
    return a < b


def div(*values):
    a, b = two(values)
    return a // b


BUILT_IN = {
    "+": lambda *values: sum(numbers(values)),
    "*": product,
    "-": minus,
    "<": less,
    "div": div,
    "=": alike,
    "list": lambda *values: list(values),
    "head": lambda *values: one_list(values, True)[0],
    "tail": lambda *values: one_list(values, True)[1:],
    "join": join,
    "count": lambda *values: len(one_list(values)),
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
