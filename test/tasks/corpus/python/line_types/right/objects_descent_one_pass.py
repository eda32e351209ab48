# Types are objects; lines are read by a function for each strength; all mistakes are noted in one go.
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


class Judge:
    """Goes through a tree once; what is wrong is noted, and the type is then None."""

    def __init__(self):
        self.wrong_names = self.wrong_types = False

    def bad(self):
        self.wrong_types = True
        return None

    def known(self, name, scope):
        for one, kind in scope:
            if one == name:
                return kind
        self.wrong_names = True
        return None

    def fit(self, one, two):
        if one is not None and not fits(one, two):
            self.bad()

    def join(self, one, two):
        if one is None or two is None:
            return None
        result = joint(one, two)
        return self.bad() if result is None else result

    def part(self, look, kind):
        """What a list or a maybe is of."""
        if kind is None:
            return None
        result = look(kind)
        return self.bad() if result is None else result

    def go(self, tree, scope):
        what, *rest = tree
        if what == "name":
            return self.known(rest[0], scope)
        if what in ("number", "quoted"):
            return INT if what == "number" else TEXT
        if what in ("true", "false"):
            return BOOL
        if what == "none":
            return maybe_of(NOTHING)
        if what == "items":
            result = NOTHING
            for part in [self.go(part, scope) for part in rest[0]]:
                result = self.join(result, part)
            return None if result is None else list_of(result)
        if what == "if":
            condition, one, two = (self.go(part, scope) for part in rest)
            self.fit(condition, BOOL)
            return self.join(one, two)
        if what == "some":
            inner = self.part(inside, self.known(rest[0], scope))
            return self.join(self.go(rest[1], [(rest[0], inner), *scope]), self.go(rest[2], scope))
        if what == "each":
            item = self.part(item_of, self.go(rest[1], scope))
            result = self.go(rest[2], [(rest[0], item), *scope])
            return None if result is None else list_of(result)
        if what == "call":
            function = self.go(rest[0], scope)
            arguments = [self.go(part, scope) for part in rest[1]]
            if function is None:
                return None
            parts = fn_parts(function)
            if parts is None or len(parts[0]) != len(arguments):
                return self.bad()
            for argument, parameter in zip(arguments, parts[0]):
                self.fit(argument, parameter)
            return parts[1]
        return self.sign(what, *(self.go(part, scope) for part in rest))

    def sign(self, sign, one, two=BOOL):
        if sign == "item":
            self.fit(two, INT)
            item = self.part(item_of, one)
            return None if item is None else maybe_of(item)
        if sign == "??":
            return self.join(self.part(inside, one), two)
        if sign == "==":
            self.join(one, two)
            return BOOL
        if sign in ("and", "or", "not"):
            self.fit(one, BOOL)
            self.fit(two, BOOL)
            return BOOL
        if sign in ("-", "*"):
            self.fit(one, INT)
            self.fit(two, INT)
            return INT
        if one is None or two is None:
            return BOOL if sign != "+" else None
        if sign == "+" and item_of(one) is not None and item_of(two) is not None:
            return self.join(one, two)
        for kind in (INT, TEXT):
            if fits(one, kind) and fits(two, kind):
                return kind if sign == "+" else BOOL
        return self.bad()


def check(text):
    scope = [("digits", fn_of([INT], TEXT)), ("length", fn_of([TEXT], INT))]
    said = []
    for line in filter(lambda line: set(line) - {" "}, text.split("\n")):
        tree = parsed(line)
        if tree is None:
            said.append("syntax")
            continue
        what, judge = tree[0], Judge()
        if what == "fun":
            _, name, parameters, result, body = tree
            given = fn_of([kind for _, kind in parameters], result)
            scope = [(name, given), *scope]
            judge.wrong_names = len({parameter for parameter, _ in parameters}) != len(parameters)
            judge.fit(judge.go(body, parameters + scope), result)
        else:
            given = judge.go(tree[-1], scope)
            if what == "let" and tree[2] is not None:
                judge.fit(given, tree[2])
                given = tree[2]
            wrong = judge.wrong_names or judge.wrong_types
            if what == "let" and (tree[2] is not None or not wrong):
                scope = [(tree[1], given), *scope]
        said.append("name" if judge.wrong_names else "type" if judge.wrong_types else show(given))
    return said
