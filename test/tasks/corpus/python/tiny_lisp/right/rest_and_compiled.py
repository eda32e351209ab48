# Readers hand on the rest; expressions become functions.
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

def compiled(tree):
    """A function of an environment; environments are dicts that know the one around them under None."""
    if isinstance(tree, Name):
        return lambda env: holder(env, tree)[tree]
    if not isinstance(tree, list) or tree == []:
        return lambda env: tree
    head = tree[0] if isinstance(tree[0], Name) else None
    if head == "quote":
        return lambda env: tree[1]
    if head == "if":
        test, first, *other = [compiled(each) for each in tree[1:]]
        return lambda env: first(env) if true(test(env)) else other[0](env) if other else []
    if head == "def" or head == "set":
        return setting(tree[1], compiled(tree[2]), head == "def")
    if head == "do":
        return sequence(tree[1:])
    if head == "while":
        return looping(compiled(tree[1]), sequence(tree[2:]))
    if head == "let":
        return binding([(name, compiled(each)) for name, each in tree[1]], sequence(tree[2:]))
    if head == "fn":
        return making(tree[1], sequence(tree[2:]))
    parts = [compiled(each) for each in tree]

    def call(env):
        function, *values = [part(env) for part in parts]
        if isinstance(function, (int, str, list)):
            raise TypeError("no function")
        return function(*values)

    return call


def holder(env, name):
    while env is not None and name not in env:
        env = env[None]
    if env is None:
        raise NameError(name)
    return env


def true(value):
    return not (value is False or value == [])


def sequence(trees):
    steps = [compiled(tree) for tree in trees]

    def do(env):
        value = []
        for step in steps:
            value = step(env)
        return value

    return do


def setting(name, make, here):
    def do(env):
        value = make(env)
        (env if here else holder(env, name))[name] = value
        return value

    return do


def looping(test, do):
    def loop(env):
        count = 0
        while true(test(env)):
            do(env)
            count += 1
        return count

    return loop


def binding(pairs, do):
    def let(env):
        inner = {None: env}
        for name, make in pairs:
            inner[name] = make(inner)
        return do(inner)

    return let


def making(names, do):
    def make(env):
        def function(*values):
            if len(values) != len(names):
                raise TypeError("arguments")
            inner = {None: env}
            inner.update(zip(names, values))
            return do(inner)

        return function

    return make


def run(text):
    steps = [compiled(tree) for tree in read_all(text)]
    env = {None: {None: None, **BUILT_IN}}
    return [show(step(env)) for step in steps]
