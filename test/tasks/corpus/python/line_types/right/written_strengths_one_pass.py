# Types are the texts that they are shown as; lines are read by one function for all strengths; all mistakes are noted in one go.
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
