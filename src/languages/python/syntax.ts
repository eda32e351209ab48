/** Programs that ask Python's own tokenizer and parser about texts. */

/** All of an f-string counts as inside it: its replacement fields may show the very text that they were written in. */
export const STRING_LINES = `
import io, tokenize

_BEGINS = tokenize.FSTRING_START, tokenize.TSTRING_START
_ENDS = tokenize.FSTRING_END, tokenize.TSTRING_END

def lines_inside_strings(text):
    inside, depth, outermost = set(), 0, 0
    for kind, _, (first, _), (last, _), _ in tokenize.generate_tokens(io.StringIO(text).readline):
        if kind in _BEGINS:
            outermost = outermost if depth else first
            depth += 1
        elif kind in _ENDS:
            depth -= 1
            first = outermost
        if kind == tokenize.STRING or kind in _ENDS:
            inside.update(range(first + 1, last + 1))
    return " ".join(map(str, sorted(inside)))
`;

export const TREE_NAME = `
import ast, hashlib

def name_tree(text):
    return hashlib.sha256(ast.dump(ast.parse(text)).encode("utf-8", "surrogatepass")).hexdigest()
`;

/** A call needs an expression at its end, whose value is compared. */
export const CALL_FAULTS = `
import ast

def call_fault(call):
    try:
        tree = ast.parse(call)
    except SyntaxError as error:
        where = f" (line {error.lineno} of the call)" if "\\n" in call else ""
        return f"it does not parse: {error.msg}{where}"
    if tree.body and type(tree.body[-1]) is ast.Expr:
        return ""
    return "it does not end in an expression, whose value could be compared"

def call_faults(calls):
    return [call_fault(call) for call in calls]
`;
