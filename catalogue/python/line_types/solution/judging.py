"""Finds the type of a tree, all of whose names have one in a scope."""

from kinds import BOOL, INT, NOTHING, TEXT, fits, joint, maybe, without_maybe


class Mismatch(Exception):
    pass


def need(kind, wanted):
    if not fits(kind, wanted):
        raise Mismatch(f"{kind} stands where {wanted} is wanted")


def need_form(kind, form):
    if kind[0] != form:
        raise Mismatch(f"{kind} is no {form}")


def need_joint(one, other):
    kind = joint(one, other)
    if kind is None:
        raise Mismatch(f"{one} and {other} have nothing in common")
    return kind


def type_of(tree, scope):
    form, *parts = tree
    return FORMS[form](scope, *parts)


def of_list(scope, trees):
    item = NOTHING
    for tree in trees:
        item = need_joint(item, type_of(tree, scope))
    return ("list", item)


def of_not(scope, tree):
    need(type_of(tree, scope), BOOL)
    return BOOL


def of_call(scope, called, arguments):
    kind = type_of(called, scope)
    need_form(kind, "fn")
    _, parameters, result = kind
    if len(parameters) != len(arguments):
        raise Mismatch(f"{len(parameters)} arguments are wanted")
    for parameter, argument in zip(parameters, arguments):
        need(type_of(argument, scope), parameter)
    return result


def of_item(scope, listed, place):
    kind = type_of(listed, scope)
    need_form(kind, "list")
    need(type_of(place, scope), INT)
    return maybe(kind[1])


def of_if(scope, condition, first, second):
    need(type_of(condition, scope), BOOL)
    return need_joint(type_of(first, scope), type_of(second, scope))


def of_some(scope, name, first, second):
    need_form(scope[name], "maybe")
    narrowed = {**scope, name: without_maybe(scope[name])}
    return need_joint(type_of(first, narrowed), type_of(second, scope))


def of_each(scope, name, source, given):
    kind = type_of(source, scope)
    need_form(kind, "list")
    return ("list", type_of(given, {**scope, name: kind[1]}))


def of_sign(scope, sign, left, right):
    one, other = type_of(left, scope), type_of(right, scope)
    if sign == "==":
        need_joint(one, other)
        return BOOL
    if sign == "??":
        need_form(one, "maybe")
        return need_joint(without_maybe(one), other)
    if sign == "+" and one[0] == other[0] == "list":
        return need_joint(one, other)
    for wanted in OPERANDS[sign]:
        if fits(one, wanted) and fits(other, wanted):
            return BOOL if sign in ("<", "<=") else wanted
    raise Mismatch(f"{one} {sign} {other} means nothing")


OPERANDS = {"or": [BOOL], "and": [BOOL], "-": [INT], "*": [INT], "+": [INT, TEXT], "<": [INT, TEXT], "<=": [INT, TEXT]}
FORMS = {
    "value": lambda _, kind: kind,
    "name": lambda scope, name: scope[name],
    "list": of_list,
    "not": of_not,
    "call": of_call,
    "item": of_item,
    "if": of_if,
    "some": of_some,
    "each": of_each,
    "sign": of_sign,
}
