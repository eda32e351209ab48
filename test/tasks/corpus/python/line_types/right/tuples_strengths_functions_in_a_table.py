# Types are tuples; lines are read by one function for all strengths; trees become functions.
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
    if one[0] == two[0] == "list":
        inner = joint(one[1], two[1])
        return inner and list_of(inner)
    return None


def show(kind):
    if kind[0] == "fn":
        return "fn(" + ", ".join(map(show, kind[1])) + ") " + show(kind[2])
    return " ".join([kind[0], *map(show, kind[1:])])


WORDS = ["let", "fun", "int", "text", "bool", "list", "maybe", "fn", "if", "then", "else", "some", "each", "in", "give", "or", "and", "not", "true", "false", "none"]
LETTERS = "abcdefghijklmnopqrstuvwxyz_"
DIGITS = "0123456789"
STRENGTHS = {"or": 1, "and": 2, "<": 4, "<=": 4, "==": 4, "+": 5, "-": 5, "*": 6, "??": 7}


def split(line):
    """Pairs of kind and text."""
    place, tokens = 0, []
    while place < len(line):
        sign = line[place]
        end = place + 1
        if sign == " ":
            place = end
            continue
        if sign == '"':
            end = line.index('"', end) + 1
            tokens.append(("quoted", ""))
        elif sign in LETTERS + DIGITS:
            while line[end:end + 1] and line[end] in LETTERS + DIGITS:
                end += 1
            word = line[place:end]
            if sign in DIGITS and word.strip(DIGITS):
                raise ValueError(word)
            tokens.append(("number" if sign in DIGITS else "word" if word in WORDS else "name", word))
        else:
            if line[place:place + 2] in ("<=", "==", "??"):
                end += 1
            elif sign not in "+-*<=:,()[]":
                raise ValueError(sign)
            tokens.append(("sign", line[place:end]))
        place = end
    return tokens


class Line:
    def __init__(self, tokens):
        self.tokens = tokens[::-1]

    def ahead(self):
        return self.tokens[-1] if self.tokens else ("end", "")

    def take(self, kind=None, text=None):
        token = self.ahead()
        if token[0] == "end" or kind not in (None, token[0]) or text not in (None, token[1]):
            raise ValueError(f"not {token}")
        return self.tokens.pop()[1]

    def skip(self, text):
        token = self.ahead()
        if token[0] in ("sign", "word") and token[1] == text:
            self.tokens.pop()
            return True
        return False

    def want(self, text):
        if not self.skip(text):
            raise ValueError(f"{text} is missing")

    def whole(self):
        if self.skip("let"):
            name = self.take("name")
            kind = None
            if self.skip(":"):
                kind = self.kind()
            self.want("=")
            return "let", name, kind, self.last()
        if self.skip("fun"):
            name = self.take("name")
            self.want("(")
            parameters = []
            while not self.skip(")"):
                if parameters:
                    self.want(",")
                parameter = self.take("name")
                self.want(":")
                parameters.append((parameter, self.kind()))
            self.want(":")
            kind = self.kind()
            self.want("=")
            return "fun", name, parameters, kind, self.last()
        return "show", self.last()

    def last(self):
        tree = self.expression()
        if self.tokens:
            raise ValueError("something is left")
        return tree

    def kind(self):
        word = self.take("word")
        simple = {"int": INT, "text": TEXT, "bool": BOOL}
        if word in simple:
            return simple[word]
        if word == "list":
            return list_of(self.kind())
        if word == "maybe":
            return maybe_of(self.kind())
        if word != "fn":
            raise ValueError("no type")
        self.want("(")
        parameters = []
        while not self.skip(")"):
            if parameters:
                self.want(",")
            parameters.append(self.kind())
        return fn_of(parameters, self.kind())

    def expression(self):
        if self.skip("if"):
            if self.skip("some"):
                start = ["some", self.take("name")]
            else:
                start = ["if", self.expression()]
            for word in ("then", "else"):
                self.want(word)
                start.append(self.expression())
            return tuple(start)
        if self.skip("each"):
            name = self.take("name")
            self.want("in")
            items = self.expression()
            self.want("give")
            return "each", name, items, self.expression()
        return self.bound(1)

    def bound(self, least):
        """Binds all signs that are at least as strong as this; not is as strong as 3."""
        if least <= 3 and self.skip("not"):
            left, most = ("not", self.bound(3)), 2
        else:
            left, most = self.ends(), 7
        while True:
            kind, sign = self.ahead()
            own = STRENGTHS.get(sign, 0) if kind in ("sign", "word") else 0
            if not least <= own <= most:
                return left
            self.take()
            left = (sign, left, self.bound(own + 1))
            most = own - 1 if own == 4 else own

    def ends(self):
        tree = self.single()
        while True:
            if self.skip("("):
                tree = ("call", tree, self.row(")"))
            elif self.skip("["):
                tree = ("item", tree, self.expression())
                self.want("]")
            else:
                return tree

    def row(self, end):
        parts = []
        while not self.skip(end):
            if parts:
                self.want(",")
            parts.append(self.expression())
        return parts

    def single(self):
        if self.skip("("):
            tree = self.expression()
            self.want(")")
            return tree
        if self.skip("["):
            return "items", self.row("]")
        kind, text = self.ahead()
        if kind == "name":
            return "name", self.take()
        if kind in ("number", "quoted") or text in ("true", "false", "none") and kind == "word":
            self.take()
            return (kind if kind != "word" else text,)
        raise ValueError(f"{text} begins nothing")


def parsed(line):
    """A tuple for the line, or None if it is malformed."""
    try:
        return Line(split(line)).whole()
    except ValueError:
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
