# A function sees the names of its caller.
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

CURRENT = []


class Closure:
    def __init__(self, names, body, scopes):
        self.names, self.body, self.scopes = names, body, scopes

    def __call__(self, *values):
        if len(values) != len(self.names):
            raise TypeError(f"{len(self.names)} values are needed")
        return run_body(self.body, (dict(zip(self.names, values)), CURRENT[-1]))


def find(name, scopes):
    """Scopes are pairs of a dict and the scopes around it."""
    while scopes:
        if name in scopes[0]:
            return scopes[0]
        scopes = scopes[1]
    raise NameError(f"{name} is not known")


def run_body(trees, scopes):
    results = [value_of(tree, scopes) for tree in trees]
    return results[-1] if results else []


def untrue(value):
    return value is False or isinstance(value, list) and len(value) == 0


def form_if(scopes, condition, first, other=None):
    if not untrue(value_of(condition, scopes)):
        return value_of(first, scopes)
    return [] if other is None else value_of(other, scopes)


def form_def(scopes, name, tree):
    scopes[0][name] = value_of(tree, scopes)
    return scopes[0][name]


def form_set(scopes, name, tree):
    value = value_of(tree, scopes)
    find(name, scopes)[name] = value
    return value


def form_let(scopes, pairs, *trees):
    inner = ({}, scopes)
    for pair in pairs:
        inner[0][pair[0]] = value_of(pair[1], inner)
    return run_body(trees, inner)


def form_while(scopes, condition, *trees):
    count = 0
    while not untrue(value_of(condition, scopes)):
        run_body(trees, scopes)
        count += 1
    return count


FORMS = {
    "if": form_if,
    "def": form_def,
    "set": form_set,
    "let": form_let,
    "fn": lambda scopes, names, *trees: Closure(names, trees, scopes),
    "do": lambda scopes, *trees: run_body(trees, scopes),
    "while": form_while,
    "quote": lambda scopes, tree: tree,
}


def value_of(tree, scopes):
    if isinstance(tree, Name):
        return find(tree, scopes)[tree]
    if isinstance(tree, list) and tree:
        if isinstance(tree[0], Name) and tree[0] in FORMS:
            return FORMS[tree[0]](scopes, *tree[1:])
        function, *values = [value_of(each, scopes) for each in tree]
        CURRENT.append(scopes)
        if not callable(function):
            raise TypeError("cannot be called: " + show(function))
        return function(*values)
    return tree


def run(text):
    scopes = ({}, (dict(BUILT_IN), None))
    results = []
    for tree in read_all(text):
        results.append(show(value_of(tree, scopes)))
    return results
