# Types are objects; lines are cut at their weakest sign; trees become functions.
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
