from judging import Mismatch, need, type_of
from kinds import INT, TEXT, written
from naming import all_known
from reading import Malformed, Reader

BUILT_IN = {"digits": ("fn", (INT,), TEXT), "length": ("fn", (TEXT,), INT)}


def outcome(tree, scope, wanted):
    """The type of an expression, which must fit the wanted one if there is one, or what is wrong with it."""
    if not all_known(tree, scope):
        return "name"
    try:
        kind = type_of(tree, scope)
        if wanted is None:
            return kind
        need(kind, wanted)
    except Mismatch:
        return "type"
    return wanted


def judge(line, scope):
    try:
        form, *parts = Reader(line).line()
    except Malformed:
        return "syntax"
    if form == "show":
        found = outcome(parts[0], scope, None)
    elif form == "let":
        name, declared, tree = parts
        found = outcome(tree, scope, declared)
        if declared is not None:
            scope[name] = declared
        elif not isinstance(found, str):
            scope[name] = found
    else:
        found = judge_function(scope, *parts)
    return found if isinstance(found, str) else written(found)


def judge_function(scope, name, parameters, result, tree):
    kinds = dict(parameters)
    scope[name] = ("fn", tuple(kind for _, kind in parameters), result)
    if len(kinds) < len(parameters):
        return "name"
    found = outcome(tree, {**scope, **kinds}, result)
    return found if isinstance(found, str) else scope[name]


def check(text):
    scope = dict(BUILT_IN)
    return [judge(line, scope) for line in text.split("\n") if line.strip(" ")]
