# Types are objects; lines are read by one function for all strengths; first names and then types are looked at.
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
