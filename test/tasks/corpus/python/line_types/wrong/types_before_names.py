# A wrong type is told where a name is unknown, too, if it stands before it.
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
    if one[0] == two[0] == "list":
        inner = joint(one[1], two[1])
        return inner and list_of(inner)
    return None


def show(kind):
    if kind[0] == "fn":
        return "fn(" + ", ".join(map(show, kind[1])) + ") " + show(kind[2])
    return " ".join([kind[0], *map(show, kind[1:])])


WORDS = "let fun int text bool list maybe fn if then else some each in give or and not true false none".split()


def pieces(line):
    """Brackets become lists within lists, with the opening one before."""
    if not re.fullmatch(r'( |[a-z_][a-z0-9_]*|[0-9]+(?![a-z_])|"[^"]*"|\?\?|[-+*<=:,()\[\]])*', line):
        raise SyntaxError(line)
    stack = [["("]]
    for token in re.findall(r'[a-z_][a-z0-9_]*|[0-9]+|"[^"]*"|\?\?|<=|==|[-+*<=:,()\[\]]', line):
        if token in "([":
            stack.append([token])
        elif token in ")]":
            done = stack.pop()
            if not stack or done[0] + token not in ("()", "[]"):
                raise SyntaxError(token)
            stack[-1].append(done)
        else:
            stack[-1].append(token)
    if len(stack) > 1:
        raise SyntaxError("open bracket")
    return stack[0][1:]


def is_name(token):
    return isinstance(token, str) and (token[:1].islower() or token[:1] == "_") and token not in WORDS


def name_in(token):
    if not is_name(token):
        raise SyntaxError("no name")
    return token


def at(tokens, place):
    return tokens[place] if place < len(tokens) else ""


def commas(bracket):
    """What stands between the commas of a bracket."""
    parts = [[]]
    for token in bracket[1:]:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [] if parts == [[]] else parts


def kind_of(tokens):
    first = at(tokens, 0)
    if first in ("list", "maybe"):
        return {"list": list_of, "maybe": maybe_of}[first](kind_of(tokens[1:]))
    if first == "fn" and isinstance(at(tokens, 1), list) and tokens[1][0] == "(":
        return fn_of([kind_of(part) for part in commas(tokens[1])], kind_of(tokens[2:]))
    if len(tokens) == 1 and first in ("int", "text", "bool"):
        return {"int": INT, "text": TEXT, "bool": BOOL}[first]
    raise SyntaxError("no type")


def upto(tokens, word, openers=()):
    """What stands before this word and behind it, where such stretches may stand within each other."""
    depth = 0
    for place, token in enumerate(tokens):
        if token in openers:
            depth += 1
        elif token == word:
            if depth == 0:
                return tokens[:place], tokens[place + 1:]
            depth -= 1
    raise SyntaxError(f"no {word}")


def expression(tokens):
    """The tree of a whole expression."""
    if at(tokens, 0) == "if":
        condition, rest = upto(tokens[1:], "then", ["if"])
        first, second = upto(rest, "else", ["if"])
        if at(condition, 0) == "some":
            if len(condition) != 2:
                raise SyntaxError("some what?")
            return ("some", name_in(condition[1]), expression(first), expression(second))
        return ("if", expression(condition), expression(first), expression(second))
    if at(tokens, 0) == "each":
        if at(tokens, 2) != "in":
            raise SyntaxError("in is missing")
        items, rest = upto(tokens[3:], "give", ["each"])
        return ("each", name_in(tokens[1]), expression(items), expression(rest))
    return level(tokens, 0)


LEVELS = [("or",), ("and",), "not", ("<", "<=", "=="), ("+", "-"), ("*",), ("??",)]


def level(tokens, number):
    if number == len(LEVELS):
        return ends(tokens)
    signs = LEVELS[number]
    if signs == "not":
        if at(tokens, 0) == "not":
            return ("not", level(tokens[1:], number))
        return level(tokens, number + 1)
    places = [place for place, token in enumerate(tokens) if isinstance(token, str) and token in signs]
    if not places:
        return level(tokens, number + 1)
    if "<" in signs and len(places) > 1:
        raise SyntaxError("two comparisons")
    last = places[-1]
    return (tokens[last], level(tokens[:last], number), level(tokens[last + 1:], number + 1))


def ends(tokens):
    if not tokens:
        raise SyntaxError("nothing")
    first, rest = tokens[0], tokens[1:]
    if isinstance(first, list):
        tree = ("items", [expression(part) for part in commas(first)]) if first[0] == "[" else expression(first[1:])
    elif is_name(first):
        tree = ("name", first)
    elif first in ("true", "false", "none"):
        tree = (first,)
    elif first[0] in '"0123456789':
        tree = ("quoted",) if first[0] == '"' else ("number",)
    else:
        raise SyntaxError(first)
    for bracket in rest:
        if not isinstance(bracket, list):
            raise SyntaxError(bracket)
        if bracket[0] == "(":
            tree = ("call", tree, [expression(part) for part in commas(bracket)])
        else:
            tree = ("item", tree, expression(bracket[1:]))
    return tree


def parsed(line):
    """A tuple for the line, or None if it is malformed."""
    try:
        tokens = pieces(line)
        if at(tokens, 0) not in ("let", "fun"):
            return ("show", expression(tokens))
        head, body = upto(tokens, "=")
        name, body = name_in(at(head, 1)), expression(body)
        if head[0] == "let":
            if len(head) > 2 and head[2] != ":":
                raise SyntaxError("what follows the name?")
            return ("let", name, kind_of(head[3:]) if len(head) > 2 else None, body)
        bracket = at(head, 2)
        if not isinstance(bracket, list) or bracket[0] != "(" or at(head, 3) != ":":
            raise SyntaxError("parameters")
        parameters = []
        for part in commas(bracket):
            if at(part, 1) != ":":
                raise SyntaxError("a parameter without a type")
            parameters.append((name_in(part[0]), kind_of(part[2:])))
        return ("fun", name, parameters, kind_of(head[4:]), body)
    except SyntaxError:
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
        said.append("type" if judge.wrong_types else "name" if judge.wrong_names else show(given))
    return said
