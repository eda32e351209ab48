# Types are objects; lines are read by a function for each strength; first names and then types are looked at.
import re


class Kind:
    """A type: a name and what it is made of."""

    def __init__(self, name, *parts):
        self.name = name
        self.parts = parts

    def __eq__(self, other):
        return self.name == other.name and self.parts == other.parts

    def without_maybe(self):
        return self.parts[0] if self.name == "maybe" else self

    def fits(self, other):
        if self.name == "nothing" or self == other:
            return True
        if other.name == "maybe":
            return self.fits(other.parts[0]) or self.name == "maybe" and self.parts[0].fits(other.parts[0])
        if self.name == other.name == "list":
            return self.parts[0].fits(other.parts[0])
        if self.name == other.name == "fn" and len(self.parts) == len(other.parts):
            pairs = list(zip(self.parts, other.parts))
            return all(theirs.fits(mine) for mine, theirs in pairs[1:]) and pairs[0][0].fits(pairs[0][1])
        return False

    def __str__(self):
        if self.name == "fn":
            result, *parameters = map(str, self.parts)
            return f"fn({', '.join(parameters)}) {result}"
        return " ".join([self.name, *map(str, self.parts)])


INT, TEXT, BOOL, NOTHING = map(Kind, ["int", "text", "bool", "nothing"])


def list_of(item):
    return Kind("list", item)


def maybe_of(inner):
    return Kind("maybe", inner.without_maybe())


def fn_of(parameters, result):
    return Kind("fn", result, *parameters)


def item_of(kind):
    return kind.parts[0] if kind.name == "list" else None


def inside(kind):
    return kind.parts[0] if kind.name == "maybe" else None


def fn_parts(kind):
    return (kind.parts[1:], kind.parts[0]) if kind.name == "fn" else None


def fits(one, two):
    return one.fits(two)


def joint(one, two):
    if one.fits(two):
        return two
    if two.fits(one):
        return one
    if one.name == "maybe" or two.name == "maybe":
        wrap, pair = maybe_of, (one.without_maybe(), two.without_maybe())
    elif one.name == two.name == "list":
        wrap, pair = list_of, (one.parts[0], two.parts[0])
    else:
        return None
    inner = joint(*pair)
    return None if inner is None else wrap(inner)


def show(kind):
    return str(kind)


WORDS = set("let fun int text bool list maybe fn if then else some each in give or and not true false none".split())
TOKEN = re.compile(r' *(?:([0-9]+)(?![a-z_])|([a-z_][a-z0-9_]*)|"([^"]*)"|(\?\?|<=|==|[-+*<=:,()\[\]]))')


class Malformed(Exception):
    pass


class Parser:
    def __init__(self, line):
        self.tokens = []
        line, place = line.rstrip(" "), 0
        while place < len(line):
            match = TOKEN.match(line, place)
            if match is None:
                raise Malformed
            number, word, quoted, sign = match.groups()
            self.tokens.append(sign or (word if word in WORDS else ("name", word) if word else ("number",) if number else ("quoted",)))
            place = match.end()
        self.tokens.append("end")
        self.place = 0

    def next_is(self, *signs):
        if self.tokens[self.place] in signs:
            self.place += 1
            return self.tokens[self.place - 1]
        return None

    def need(self, *signs):
        for sign in signs:
            if not self.next_is(sign):
                raise Malformed

    def name(self):
        token = self.tokens[self.place]
        if token[0] != "name":
            raise Malformed
        self.place += 1
        return token[1]

    def several(self, part, end):
        parts = []
        if not self.next_is(end):
            parts.append(part())
            while self.next_is(","):
                parts.append(part())
            self.need(end)
        return parts

    def line(self):
        if self.next_is("let"):
            name = self.name()
            kind = self.kind() if self.next_is(":") else None
            self.need("=")
            result = ("let", name, kind, self.expression())
        elif self.next_is("fun"):
            name = self.name()
            self.need("(")
            parameters = self.several(self.parameter, ")")
            self.need(":")
            kind = self.kind()
            self.need("=")
            result = ("fun", name, parameters, kind, self.expression())
        else:
            result = ("show", self.expression())
        self.need("end")
        return result

    def parameter(self):
        name = self.name()
        self.need(":")
        return name, self.kind()

    def kind(self):
        word = self.next_is("int", "text", "bool", "list", "maybe", "fn")
        if word in ("list", "maybe"):
            return (list_of if word == "list" else maybe_of)(self.kind())
        if word == "fn":
            self.need("(")
            parameters = self.several(self.kind, ")")
            return fn_of(parameters, self.kind())
        if word is None:
            raise Malformed
        return {"int": INT, "text": TEXT, "bool": BOOL}[word]

    def expression(self):
        if self.next_is("if"):
            if self.next_is("some"):
                head = ("some", self.name())
            else:
                head = ("if", self.expression())
            self.need("then")
            first = self.expression()
            self.need("else")
            return (*head, first, self.expression())
        if self.next_is("each"):
            name = self.name()
            self.need("in")
            items = self.expression()
            self.need("give")
            return ("each", name, items, self.expression())
        return self.either()

    def row(self, part, *signs):
        left = part()
        sign = self.next_is(*signs)
        while sign:
            left = (sign, left, part())
            sign = self.next_is(*signs)
        return left

    def either(self):
        return self.row(self.both, "or")

    def both(self):
        return self.row(self.negation, "and")

    def negation(self):
        return ("not", self.negation()) if self.next_is("not") else self.comparison()

    def comparison(self):
        left = self.sum()
        sign = self.next_is("<", "<=", "==")
        return (sign, left, self.sum()) if sign else left

    def sum(self):
        return self.row(self.product, "+", "-")

    def product(self):
        return self.row(self.choice, "*")

    def choice(self):
        return self.row(self.call, "??")

    def call(self):
        left = self.atom()
        while True:
            if self.next_is("("):
                left = ("call", left, self.several(self.expression, ")"))
            elif self.next_is("["):
                left = ("item", left, self.expression())
                self.need("]")
            else:
                return left

    def atom(self):
        token = self.tokens[self.place]
        if token[0] == "name":
            return ("name", self.name())
        self.place += 1
        if token in (("number",), ("quoted",), "true", "false", "none"):
            return (token if isinstance(token, str) else token[0],)
        if token == "[":
            return ("items", self.several(self.expression, "]"))
        if token == "(":
            inner = self.expression()
            self.need(")")
            return inner
        raise Malformed


def parsed(line):
    """A tuple for the line, or None if it is malformed."""
    try:
        return Parser(line).line()
    except Malformed:
        return None


class WrongType(Exception):
    pass


def all_known(tree, names):
    """Whether every name of the tree is known where it stands."""
    kind = tree[0]
    if kind == "name":
        return tree[1] in names
    if kind == "items":
        return all(all_known(part, names) for part in tree[1])
    if kind == "call":
        return all(all_known(part, names) for part in (tree[1], *tree[2]))
    if kind == "some":
        return tree[1] in names and all_known(tree[2], names) and all_known(tree[3], names)
    if kind == "each":
        return all_known(tree[2], names) and all_known(tree[3], names | {tree[1]})
    return all(all_known(part, names) for part in tree[1:])


def demand(value):
    if value is None:
        raise WrongType
    return value


def demand_fit(one, two):
    if not fits(one, two):
        raise WrongType


def type_of(tree, names):
    kind = tree[0]
    if kind in ("number", "quoted", "true", "false", "none"):
        return {"number": INT, "quoted": TEXT, "none": maybe_of(NOTHING)}.get(kind, BOOL)
    if kind == "name":
        return names[tree[1]]
    if kind == "items":
        result = NOTHING
        for part in tree[1]:
            result = demand(joint(result, type_of(part, names)))
        return list_of(result)
    if kind == "if":
        demand_fit(type_of(tree[1], names), BOOL)
        return demand(joint(type_of(tree[2], names), type_of(tree[3], names)))
    if kind == "some":
        inner = demand(inside(names[tree[1]]))
        return demand(joint(type_of(tree[2], {**names, tree[1]: inner}), type_of(tree[3], names)))
    if kind == "each":
        item = demand(item_of(type_of(tree[2], names)))
        return list_of(type_of(tree[3], {**names, tree[1]: item}))
    if kind == "call":
        parameters, result = demand(fn_parts(type_of(tree[1], names)))
        if len(parameters) != len(tree[2]):
            raise WrongType
        for part, parameter in zip(tree[2], parameters):
            demand_fit(type_of(part, names), parameter)
        return result
    parts = [type_of(part, names) for part in tree[1:]]
    if kind == "item":
        demand_fit(parts[1], INT)
        return maybe_of(demand(item_of(parts[0])))
    if kind == "??":
        return demand(joint(demand(inside(parts[0])), parts[1]))
    if kind == "==":
        demand(joint(*parts))
        return BOOL
    if kind == "+" and item_of(parts[0]) is not None and item_of(parts[1]) is not None:
        return demand(joint(*parts))
    allowed = [INT, TEXT] if kind in ("+", "<", "<=") else [INT] if kind in ("-", "*") else [BOOL]
    for wanted in allowed:
        if all(fits(part, wanted) for part in parts):
            return wanted if kind in ("+", "-", "*") else BOOL
    raise WrongType


def check(text):
    names = {"digits": fn_of([INT], TEXT), "length": fn_of([TEXT], INT)}
    results = []
    for line in text.split("\n"):
        if line.strip(" "):
            result, new = checked(parsed(line), names)
            results.append(result)
            names = {**names, **new}
    return results


def checked(tree, names):
    """What is said of the line, and the name that it gives."""
    if tree is None:
        return "syntax", {}
    inner, twice, wanted, new = names, False, None, {}
    if tree[0] == "let" and tree[2] is not None:
        wanted = tree[2]
        new = {tree[1]: wanted}
    if tree[0] == "fun":
        parameters, wanted = tree[2], tree[3]
        new = {tree[1]: fn_of([kind for _, kind in parameters], wanted)}
        inner = {**names, **new, **dict(parameters)}
        twice = len(dict(parameters)) < len(parameters)
    if twice or not all_known(tree[-1], set(inner)):
        return "name", new
    try:
        kind = type_of(tree[-1], inner)
        if wanted is not None:
            demand_fit(kind, wanted)
    except WrongType:
        return "type", new
    if tree[0] == "let":
        new = {tree[1]: wanted or kind}
    return show(new[tree[1]] if new else kind), new
