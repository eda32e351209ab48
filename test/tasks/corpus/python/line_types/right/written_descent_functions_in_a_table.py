# Types are the texts that they are shown as; lines are read by a function for each strength; trees become functions.
import re


INT, TEXT, BOOL, NOTHING = "int", "text", "bool", "nothing"


def list_of(item):
    return "list " + item


def maybe_of(inner):
    return inner if inner.startswith("maybe ") else "maybe " + inner


def fn_of(parameters, result):
    return "fn(" + ", ".join(parameters) + ") " + result


def item_of(kind):
    return kind[5:] if kind.startswith("list ") else None


def inside(kind):
    return kind[6:] if kind.startswith("maybe ") else None


def fn_parts(kind):
    """The parameters and the result, found by counting brackets."""
    if not kind.startswith("fn("):
        return None
    depth, parameters, start = 0, [], 3
    for place, sign in enumerate(kind):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 1 or sign == ")" and depth == 0:
            if place > start:
                parameters.append(kind[start:place])
            start = place + 2
            if sign == ")":
                return parameters, kind[start:]


def fits(one, two):
    if one in (two, NOTHING):
        return True
    if inside(two):
        return fits(inside(one) or one, inside(two))
    if item_of(one) and item_of(two):
        return fits(item_of(one), item_of(two))
    if fn_parts(one) and fn_parts(two):
        (mine, result), (others, wanted) = fn_parts(one), fn_parts(two)
        return len(mine) == len(others) and all(fits(other, own) for other, own in zip(others, mine)) and fits(result, wanted)
    return False


def joint(one, two):
    for less, more in ((one, two), (two, one)):
        if fits(less, more):
            return more
    if inside(one) or inside(two):
        inner = joint(inside(one) or one, inside(two) or two)
        return maybe_of(inner) if inner else None
    if item_of(one) and item_of(two):
        inner = joint(item_of(one), item_of(two))
        return list_of(inner) if inner else None
    return None


def show(kind):
    return kind


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


class NoName(Exception):
    pass


class NoType(Exception):
    pass


def sure(value):
    if value is None:
        raise NoType
    return value


def wants(one, two):
    if not fits(one, two):
        raise NoType


def prepare(tree, names):
    """Looks up names first, all of them; what it gives works the type out later, from the types that names have then."""
    return PREPARE.get(tree[0], prepare_sign)(tree, names)


def prepare_constant(kind):
    return lambda tree, names: lambda types: kind


def prepare_name(tree, names):
    if tree[1] not in names:
        raise NoName
    return lambda types: types[tree[1]]


def prepare_items(tree, names):
    parts = [prepare(part, names) for part in tree[1]]

    def work(types):
        kinds = [part(types) for part in parts]
        while len(kinds) > 1:
            kinds[:2] = [sure(joint(kinds[0], kinds[1]))]
        return list_of(kinds[0] if kinds else NOTHING)

    return work


def prepare_if(tree, names):
    condition, one, two = [prepare(part, names) for part in tree[1:]]

    def work(types):
        wants(condition(types), BOOL)
        return sure(joint(one(types), two(types)))

    return work


def prepare_some(tree, names):
    name = prepare_name(tree, names)
    one, two = prepare(tree[2], names), prepare(tree[3], names)
    return lambda types: sure(joint(one({**types, tree[1]: sure(inside(name(types)))}), two(types)))


def prepare_each(tree, names):
    items, body = prepare(tree[2], names), prepare(tree[3], [*names, tree[1]])
    return lambda types: list_of(body({**types, tree[1]: sure(item_of(items(types)))}))


def prepare_call(tree, names):
    function, *arguments = [prepare(part, names) for part in [tree[1], *tree[2]]]

    def work(types):
        parameters, result = sure(fn_parts(function(types)))
        kinds = [argument(types) for argument in arguments]
        if len(kinds) != len(parameters) or not all(map(fits, kinds, parameters)):
            raise NoType
        return result

    return work


def prepare_sign(tree, names):
    parts = [prepare(part, names) for part in tree[1:]]
    return lambda types: SIGNS[tree[0]](*[part(types) for part in parts])


def item(one, place):
    wants(place, INT)
    return maybe_of(sure(item_of(one)))


def joined(one, two):
    if item_of(one) is None or item_of(two) is None:
        return ordered(one, two)
    return sure(joint(one, two))


def ordered(one, two):
    """int, if both fit it, or text."""
    kinds = [kind for kind in (INT, TEXT) if fits(one, kind) and fits(two, kind)]
    return sure(kinds[0] if kinds else None)


def each_of(wanted, *kinds):
    for kind in kinds:
        wants(kind, wanted)
    return wanted


def then_bool(test):
    def work(*kinds):
        test(*kinds)
        return BOOL

    return work


PREPARE = {
    "number": prepare_constant(INT), "quoted": prepare_constant(TEXT), "true": prepare_constant(BOOL), "false": prepare_constant(BOOL), "none": prepare_constant(maybe_of(NOTHING)),
    "name": prepare_name, "items": prepare_items, "if": prepare_if, "some": prepare_some, "each": prepare_each, "call": prepare_call,
}
SIGNS = {
    "item": item, "+": joined, "??": lambda one, two: sure(joint(sure(inside(one)), two)), "==": then_bool(lambda one, two: sure(joint(one, two))), "<": then_bool(ordered), "<=": then_bool(ordered),
    **{sign: lambda *kinds: each_of(INT, *kinds) for sign in "-*"}, **{word: lambda *kinds: each_of(BOOL, *kinds) for word in ("and", "or", "not")},
}


def check(text):
    types = {"digits": fn_of([INT], TEXT), "length": fn_of([TEXT], INT)}
    return [result for line in text.split("\n") if line != " " * len(line) for result in [one_line(line, types)]]


def one_line(line, types):
    tree = parsed(line)
    if tree is None:
        return "syntax"
    what, body, inner, wanted, gives = tree[0], tree[-1], types, None, None
    if what == "let":
        wanted = gives = tree[2]
    if what == "fun":
        wanted = tree[3]
        gives = fn_of([kind for _, kind in tree[2]], wanted)
        inner = {**types, tree[1]: gives}
        inner.update(tree[2])
    try:
        if what == "fun" and len(dict(tree[2])) != len(tree[2]):
            raise NoName
        kind = prepare(body, list(inner))(inner)
        if wanted is not None:
            wants(kind, wanted)
        gives = kind if gives is None else gives
        return show(gives)
    except NoName:
        return "name"
    except NoType:
        return "type"
    finally:
        if gives is not None and what != "show":
            types[tree[1]] = gives
