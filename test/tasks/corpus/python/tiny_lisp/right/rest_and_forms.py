# Readers hand on the rest; closures are objects.
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

def read_all(text):
    """Each function gives what it read and the rest of the text."""
    found = []
    rest = skip(text)
    while rest:
        value, rest = read(rest)
        found.append(value)
        rest = skip(rest)
    return found


def skip(rest):
    while rest[:1] in (" ", "\n", ";") and rest:
        if rest[0] == ";":
            rest = rest.partition("\n")[2]
        else:
            rest = rest.lstrip(" \n")
    return rest


def read(rest):
    if not rest or rest[0] == ")":
        raise ValueError("no expression")
    if rest[0] == "'":
        value, rest = read(skip(rest[1:]))
        return [Name("quote"), value], rest
    if rest[0] == '"':
        string, mark, rest = rest[1:].partition('"')
        if not mark:
            raise ValueError("a text is open")
        return string, rest
    if rest[0] == "(":
        values = []
        rest = skip(rest[1:])
        while rest[:1] != ")":
            value, rest = read(rest)
            values.append(value)
            rest = skip(rest)
        return values, rest[1:]
    word = re.match(r"[^()'\"; \n]+", rest)[0]
    rest = rest[len(word) :]
    if re.fullmatch(r"-?[0-9]+", word):
        return int(word), rest
    return (word == "true" if word in ("true", "false") else Name(word)), rest

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

class Closure:
    def __init__(self, names, body, scopes):
        self.names, self.body, self.scopes = names, body, scopes

    def __call__(self, *values):
        if len(values) != len(self.names):
            raise TypeError(f"{len(self.names)} values are needed")
        return run_body(self.body, (dict(zip(self.names, values)), self.scopes))


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
