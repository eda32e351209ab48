"""Evaluates what was read."""
from math import prod

from expressions import Symbol, read, tokenise


class Scope:
    def __init__(self, outer, names):
        self.outer = outer
        self.names = names

    def holder(self, name):
        """The names of the innermost scope that has this one."""
        scope = self
        while name not in scope.names:
            scope = scope.outer
            if scope is None:
                raise NameError(name)
        return scope.names


class Function:
    def __init__(self, parameters, body):
        self.parameters = parameters
        self.body = body

    def call(self, arguments, scope):
        if len(arguments) != len(self.parameters):
            raise TypeError(f"{len(self.parameters)} arguments are wanted")
        return evaluate_all(self.body, Scope(scope, dict(zip(self.parameters, arguments))))


class BuiltIn:
    """Its kinds are a list, one for each argument, or one type for any number of arguments; object is any."""

    def __init__(self, kinds, action):
        self.kinds = kinds
        self.action = action

    def call(self, arguments, scope):
        kinds = self.kinds if isinstance(self.kinds, list) else [self.kinds] * len(arguments)
        if len(kinds) != len(arguments):
            raise TypeError(f"{len(kinds)} arguments are wanted")
        for kind, argument in zip(kinds, arguments):
            if kind not in (object, type(argument)):
                raise TypeError(f"{show(argument)} is of the wrong kind")
        return self.action(*arguments)


def show(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "(" + " ".join(show(item) for item in value) + ")"
    if isinstance(value, (Function, BuiltIn)):
        return "<fn>"
    return f'"{value}"' if type(value) is str else str(value)


def not_empty(items):
    if not items:
        raise TypeError("an empty list has no head and no tail")
    return items


BUILT_IN = {
    "+": BuiltIn(int, lambda *numbers: sum(numbers)),
    "*": BuiltIn(int, lambda *numbers: prod(numbers)),
    "-": BuiltIn([int, int], lambda number, other: number - other),
    "div": BuiltIn([int, int], lambda number, other: number // other),
    "<": BuiltIn([int, int], lambda number, other: number < other),
    "=": BuiltIn([object, object], lambda one, other: show(one) == show(other)),
    "list": BuiltIn(object, lambda *items: list(items)),
    "head": BuiltIn([list], lambda items: not_empty(items)[0]),
    "tail": BuiltIn([list], lambda items: not_empty(items)[1:]),
    "join": BuiltIn([object, list], lambda item, items: [item, *items]),
    "count": BuiltIn([list], len),
}


def truthy(value):
    return value is not False and value != []


def evaluate_all(body, scope):
    value = []
    for expression in body:
        value = evaluate(expression, scope)
    return value


def evaluate_if(parts, scope):
    condition, *choices = parts
    return evaluate_all(choices[:1] if truthy(evaluate(condition, scope)) else choices[1:], scope)


def define(parts, scope):
    name, expression = parts
    scope.names[name] = evaluate(expression, scope)
    return scope.names[name]


def evaluate_set(parts, scope):
    name, expression = parts
    value = evaluate(expression, scope)
    scope.holder(name)[name] = value
    return value


def evaluate_let(parts, scope):
    inner = Scope(scope, {})
    for pair in parts[0]:
        define(pair, inner)
    return evaluate_all(parts[1:], inner)


def evaluate_while(parts, scope):
    rounds = 0
    while truthy(evaluate(parts[0], scope)):
        evaluate_all(parts[1:], scope)
        rounds += 1
    return rounds


FORMS = {
    "if": evaluate_if,
    "def": define,
    "set": evaluate_set,
    "fn": lambda parts, scope: Function(parts[0], parts[1:]),
    "let": evaluate_let,
    "while": evaluate_while,
    "do": evaluate_all,
    "quote": lambda parts, scope: parts[0],
}


def evaluate(expression, scope):
    if isinstance(expression, Symbol):
        return scope.holder(expression)[expression]
    if not isinstance(expression, list) or not expression:
        return expression
    head = expression[0]
    if isinstance(head, Symbol) and head in FORMS:
        return FORMS[head](expression[1:], scope)
    function, *arguments = [evaluate(part, scope) for part in expression]
    if not isinstance(function, (Function, BuiltIn)):
        raise TypeError(f"{show(function)} is no function")
    return function.call(arguments, scope)


def run(text):
    tokens = tokenise(text)[::-1]
    expressions = []
    while tokens:
        expressions.append(read(tokens))
    scope = Scope(Scope(None, dict(BUILT_IN)), {})
    return [show(evaluate(expression, scope)) for expression in expressions]
