# Lists have no joint type unless one fits the other.
import re


INT, TEXT, BOOL, NOTHING = ("int",), ("text",), ("bool",), ("nothing",)


def list_of(item):
    return ("list", item)


def maybe_of(inner):
    return inner if inner[0] == "maybe" else ("maybe", inner)


def fn_of(parameters, result):
    return ("fn", tuple(parameters), result)


def item_of(kind):
    return kind[1] if kind[0] == "list" else None


def inside(kind):
    return kind[1] if kind[0] == "maybe" else None


def fn_parts(kind):
    return kind[1:] if kind[0] == "fn" else None


def fits(one, two):
    if one == two or one == NOTHING:
        return True
    if two[0] == "maybe":
        return fits(one[1] if one[0] == "maybe" else one, two[1])
    if one[0] != two[0]:
        return False
    if one[0] == "list":
        return fits(one[1], two[1])
    if one[0] == "fn":
        return len(one[1]) == len(two[1]) and all(map(fits, two[1], one[1])) and fits(one[2], two[2])
    return False


def joint(one, two):
    if fits(one, two):
        return two
    if fits(two, one):
        return one
    if "maybe" in (one[0], two[0]):
        inner = joint(*(kind[1] if kind[0] == "maybe" else kind for kind in (one, two)))
        return inner and maybe_of(inner)
    return None


def show(kind):
    if kind[0] == "fn":
        return "fn(" + ", ".join(map(show, kind[1])) + ") " + show(kind[2])
    return " ".join([kind[0], *map(show, kind[1:])])


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
