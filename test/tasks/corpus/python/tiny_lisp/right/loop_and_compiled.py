# One loop reads; expressions become functions.
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
