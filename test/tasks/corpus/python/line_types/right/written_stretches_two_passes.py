# Types are the texts that they are shown as; lines are cut at their weakest sign; first names and then types are looked at.
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
