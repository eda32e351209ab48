/** Python that writes a part of a test as a call of its own: its expression, behind what it needs of the statements before. */

/** `write_call(expression, place, env)` gives the call's text; `Place` says where in a test the expression stands. */
export const CALL_SLICES = String.raw`
import ast, types

class Unreadable(Exception):
    """Why a call cannot be made of this part of a test."""

def names_of(node):
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}

def bound_in(node):
    """Names that an expression binds itself, as a comprehension does."""
    bound = {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and not isinstance(one.ctx, ast.Load)}
    return bound | {one.arg for one in ast.walk(node) if isinstance(one, ast.arg)}

def binds(statement):
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return {statement.name}
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return {(one.asname or one.name).partition(".")[0] for one in statement.names}
    return bound_in(statement)

def dotted(node):
    """math.fabs as text, or nothing where it is no such name."""
    if isinstance(node, ast.Attribute):
        return dotted(node.value) + "." + node.attr
    return node.id if isinstance(node, ast.Name) else ""

def tainted_names(statements, own):
    """Names whose values the program gave, or may have changed."""
    tainted, before = set(), None
    flat = [one for statement in statements for one in ast.walk(statement) if isinstance(one, ast.stmt)]
    while before != len(tainted):
        before = len(tainted)
        known = own | tainted
        for one in flat:
            if isinstance(one, (ast.Assign, ast.AugAssign, ast.AnnAssign)) and one.value is not None:
                if names_of(one.value) & known:
                    # What was handed over may have been changed as well.
                    tainted |= (names_of(one) if names_of(one.value) & own else bound_in(one)) - own
            elif isinstance(one, ast.For) and names_of(one.iter) & known:
                tainted |= names_of(one.target)
            elif isinstance(one, ast.With) and any(names_of(item) & known for item in one.items):
                tainted |= set().union(*[names_of(item) for item in one.items]) - own
            elif isinstance(one, ast.Expr) and names_of(one) & known:
                tainted |= names_of(one) - own
    return tainted - {"pytest"}

def touched_names(statements, own):
    """Names that one assert hands to the program and another asks of: the program may have changed what they stand for."""
    asserts = [one.test for statement in statements for one in ast.walk(statement) if isinstance(one, ast.Assert)]
    handed = set().union(*[names_of(test) for test in asserts if may_change(test) and names_of(test) & own]) - own
    # What a loop or a parameter gives is another value each time.
    bound = set().union(*[binds(one) for one in statements if isinstance(one, ast.Assign)])
    return {name for name in handed & bound if sum(name in names_of(test) for test in asserts) > 1}

def is_settled(value):
    """Whether nobody can change it."""
    if type(value) in (tuple, frozenset):
        return all(map(is_settled, value))
    return isinstance(value, (*SCALARS, float, type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType))

def source_of(node, file, texts={}):
    """The node as it was written, with other texts in the place of names."""
    found = file.lines[node.lineno - 1:node.end_lineno]
    found[-1] = found[-1][:node.end_col_offset]
    edits = [one for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load) and one.id in texts]
    for one in sorted(edits, key=lambda one: (one.lineno, one.col_offset), reverse=True):
        line = found[one.lineno - node.lineno]
        found[one.lineno - node.lineno] = line[:one.col_offset] + texts[one.id].encode() + line[one.end_col_offset:]
    found[0] = found[0][node.col_offset:]
    margin = b" " * node.col_offset
    lines = [line.removeprefix(margin).decode() for line in found]
    text = "\n".join(lines)
    if not isinstance(node, ast.expr):
        return text
    if len(lines) > 1 and not any(mark in text for mark in ("#", '"' * 3, "'" * 3)):
        text = lines[0] + "".join(joint(one, other) + other.strip() for one, other in zip(lines, lines[1:]))
    return "(" + text + ")" if "\n" in text else text

def joint(line, following):
    line, following = line.rstrip(), following.lstrip()
    return "" if line.endswith(("(", "[", "{")) or following.startswith((")", "]", "}")) else " "

class Place:
    """Where an expression stands: what comes before it in each of the blocks around it, from the outermost."""

    def __init__(self, unit, blocks):
        self.unit, self.blocks = unit, blocks

    def before(self):
        return [kept for block in self.blocks for one in block for kept in effect_of(one)]

# Their answers alone matter; next() and the like change what they are given.
HARMLESS = {"len", "str", "repr", "int", "float", "bool", "type", "isinstance", "hasattr", "sorted", "round", "abs", "hash", "id"}

def may_change(test):
    """Whether asking for what an assert asks may change what is asked for next."""
    calls = [one for one in ast.walk(test) if isinstance(one, ast.Call)]
    return any(not (isinstance(one.func, ast.Name) and one.func.id in HARMLESS) for one in calls)

def effect_of(statement):
    """What a statement does to those behind it: of an assert what it asks, of another check nothing."""
    if not isinstance(statement, ast.Assert):
        return [] if is_check(statement) else [statement]
    test = statement.test
    sides = [test.left, *test.comparators] if isinstance(test, ast.Compare) else [test]
    changing = [side for side in sides if may_change(side)]
    asked = [test] if len(changing) > 1 else changing
    return [ast.copy_location(ast.Expr(one), one) for one in asked]

def is_raising(statement):
    """with pytest.raises(...):"""
    return isinstance(statement, ast.With) and any(
        isinstance(item.context_expr, ast.Call) and dotted(item.context_expr.func).rpartition(".")[2] == "raises"
        for item in statement.items
    )

def is_check(statement):
    if isinstance(statement, (ast.Assert, ast.Pass, ast.Global, ast.Nonlocal)) or is_raising(statement):
        return True
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)

def write_call(expression, place, env, shape="%s"):
    """The call's text. @raises Unreadable"""
    unit = place.unit
    file = unit.file
    free = names_of(expression) - bound_in(expression) - set(unit.alias)
    known = {name for name in free if name in env or name in file.space and name not in unit.own}
    literals = {name: literal(env[name] if name in env else file.space[name]) for name in known - unit.tainted}
    literals = {name: text for name, text in literals.items() if text is not None and len(text) < 6000}
    rest = known - set(literals)
    text = shape.replace("%s", source_of(expression, file, {**unit.alias, **literals}))
    return "\n".join([*needed_texts(rest, place, env), text]) if rest else text

def outside_functions(node):
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.FunctionDef, ast.ClassDef, ast.Lambda)):
            yield from outside_functions(child)

def needed_texts(needed, place, env):
    """The statements that bind what is needed, or may change it."""
    unit, needed, kept, bound = place.unit, set(needed), [], set()
    file = unit.file
    fixed = fixed_values(unit, env)
    for statement in reversed(place.before()):
        if not (names_of(statement) | binds(statement)) & (needed - set(fixed)) or is_main_call(statement):
            continue
        if any(isinstance(inner, (ast.Return, ast.Await, ast.Assert)) for inner in outside_functions(statement)):
            raise Unreadable("the statements that it needs hold an assert or a return of their own")
        kept.append(statement)
        needed |= names_of(statement) - set(unit.alias)
        bound |= binds(statement)
    given = {}
    is_module = unit.body is file.tree.body
    for name in sorted(needed - bound):
        # What a loop or a parameter gave is written as it was.
        if name in fixed:
            given[name] = name + " = " + fixed[name]
        elif name in env and name not in file.space and name not in unit.own:
            text = literal(env[name])
            if text is None or name in unit.tainted:
                raise Unreadable("what " + name + " is at this place cannot be written down")
            given[name] = name + " = " + text
    above = [] if is_module else texts_of_module(needed - bound - set(given), unit)
    here = [text for one in reversed(kept) for text in text_of_statement(one, file, unit.alias, needed)]
    return [*above, *given.values(), *here]

def fixed_values(unit, env):
    """Sources of what is bound in one place alone and is none of the program's doing: the same wherever it is needed."""
    flat = [one for statement in unit.body for one in outside_functions(statement) if isinstance(one, ast.stmt)]
    places = [name for one in flat if not isinstance(one, (ast.With, ast.If, ast.While, ast.Try)) for name in own_binds(one)]
    names = {name for name in env if name not in unit.tainted and name not in unit.own and places.count(name) <= 1}
    texts = {name: literal(env[name]) for name in names}
    return {name: text for name, text in texts.items() if text is not None and len(text) < 6000}

def own_binds(statement):
    return bound_in(statement.target) if isinstance(statement, ast.For) else binds(statement)

def texts_of_module(needed, unit):
    """Statements of the module that bind what is needed, and what they need in turn."""
    kept, needed = [], set(needed) - unit.own
    for statement in reversed(unit.file.tree.body):
        if is_check(statement) or statement in unit.body or not binds(statement) & needed:
            continue
        if isinstance(statement, ast.FunctionDef) and statement.decorator_list:
            raise Unreadable("the function " + statement.name + " is decorated")
        kept.append(statement)
        needed |= names_of(statement) - unit.own
    return [text for one in reversed(kept) for text in text_of_statement(one, unit.file, {}, needed)]

def text_of_statement(statement, file, texts, needed):
    """With imports of the program under the name that it has where calls are made."""
    if isinstance(statement, ast.Import):
        return ["import " + name_in_call(one, file) for one in statement.names if (one.asname or one.name).partition(".")[0] in needed]
    if isinstance(statement, ast.ImportFrom) and statement.module in file.imported:
        others = [one.name + " as " + one.asname for one in statement.names if one.asname]
        return ["from solution import " + ", ".join(others)] if others else []
    return [source_of(statement, file, texts)]

def name_in_call(one, file):
    if one.name == "pytest" and not file.is_asked:
        raise Unreadable("its value is made by pytest")
    name = "solution" if one.name in file.imported else one.name
    if name == "solution" and "." in one.name and not one.asname:
        raise Unreadable("it names the program by a path")
    asname = one.asname or (one.name if name != one.name else None)
    return name + (" as " + asname if asname and asname != name else "")

def is_main_call(statement):
    """check(f) and main(), which run what is read here by itself."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) and (
        dotted(statement.value.func) in ("check", "main", "pytest.main", "unittest.main")
    )
`;
