"""Reads modules and calls: gives them compiled, or as bytes that are taken in place of their text later."""
import ast
import binascii
import marshal
import types

_CALL_FILE = "<test>"
_COMPOUND = ("if", "for", "while", "with", "try", "class", "def", "async", "match", "else", "except", "finally", "@")


def read_module(source, path=_PROGRAM):
    return compile(source, path, "exec", dont_inherit=True)


def read_call(call):
    """Gives the one way to read a call: (statements or None, last expression or None), both compiled.

    It is an expression, or statements before one; never both, so what is likelier is tried first, because a guess that
    does not parse costs far more than one that does.
    """
    ways = (_as_split, _as_expression) if "\n" in call else (_as_expression, _as_split)
    for way in ways:
        try:
            return way(call)
        except SyntaxError:
            pass
    tree = ast.parse(call, _CALL_FILE)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    expression = None if last is None else compile_call(ast.Expression(last.value), "eval")
    return compile_call(tree, "exec"), expression


def _as_expression(call):
    return None, compile_call(call, "eval")


def _as_split(call):
    parts = _split(call)
    if parts is None:
        raise SyntaxError
    return compile_call(parts[0], "exec"), compile_call(parts[1], "eval")


def _split(call):
    """Guesses where the last expression of a call begins, because a syntax tree costs far more than a wrong guess.

    A guess may fail to parse; it must never parse and mean something else. So it stands aside where a semicolon could
    belong to a comment or to the body of a statement.
    """
    line = call.rpartition("\n")[2]
    if "#" in call or not line or line[0].isspace() or line.startswith(_COMPOUND):
        return None
    if ";" in line:
        head, _, tail = call.rpartition(";")
    else:
        head, _, tail = call.rpartition("\n")
    return (head, tail.strip()) if head and tail.strip() else None


def compile_call(call, mode):
    return compile(call, _CALL_FILE, mode, dont_inherit=True)


def to_text(read, source):
    try:
        made = read(source)
        return None if _is_altered(made) else binascii.b2a_base64(marshal.dumps(made), newline=False).decode()
    except Exception:
        return None


def _is_altered(made):
    """Whether marshalling alters a constant: it sorts a set, which then gives its items in another order, and makes a
    single byte anew, of which there is one otherwise."""
    waiting = [made]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind is tuple:
            waiting += one
        elif kind is types.CodeType:
            waiting += one.co_consts
        elif kind is slice:
            waiting += one.start, one.stop, one.step
        elif kind is frozenset or kind is bytes and len(one) == 1:
            return True
    return False
