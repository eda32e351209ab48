/** Python that runs tests one at a time and notes, at each check, the call that it makes. */

export const UNIT_RUNS = String.raw`
import ast, copy, sys

class UnitRun:
    MOST_CALLS = 60

    def __init__(self, reader, unit):
        self.reader, self.unit = reader, unit
        self.calls, self.disagreeing, self.unread = [], [], []

    def read(self):
        unit = self.unit
        noted = Noted()
        # A copy is changed; the checks and what stands before them stay as they were written.
        pairs = [(statement, copy.deepcopy(statement)) for statement in unit.body]
        body = [one for _, made in pairs for one in as_list(noted.visit(made))]
        self.checks, self.places = noted.checks, places_of(unit)
        space = {**unit.file.space, "_note_": self.note}
        names = list(unit.given)
        function = ast.parse("def run(%s): pass" % ", ".join(names)).body[0]
        if unit.body is unit.file.tree.body:
            tree = ast.Module([one for one in body if not is_main_call(one)], [])
        else:
            function.body = body or [ast.Pass()]
            tree = ast.Module([function], [])
        ast.fix_missing_locations(tree)
        try:
            exec(compile(tree, "tests", "exec"), space)
            if unit.body is not unit.file.tree.body:
                space["run"](**copied(unit.given))
        except Skipped:
            pass
        except AssertionError:
            self.disagreeing.append("a helper's assert")
        except Exception as error:
            self.unread.append("%s: %s" % (type(error).__name__, str(error)[:200]))
        return {"calls": self.calls, "disagreeing": self.disagreeing, "unread": self.unread}

    def note(self, number, env):
        if len(self.calls) >= self.MOST_CALLS:
            return
        env = {key: value for key, value in env.items() if key != "_note_" and not key.startswith("__")}
        if self.unit.body is self.unit.file.tree.body:
            env = {key: value for key, value in env.items() if key not in self.reader.own}
        self.unit.stand_at(env)
        check = self.checks[number]
        shown = source_of(check, self.unit.file).split("\n")[0][:160]
        try:
            self.add(check, self.places[number], env)
        except Disagreement:
            self.disagreeing.append(shown)
        except Unreadable as error:
            self.unread.append("%s: %s" % (shown, error))
        except Exception as error:
            self.unread.append("%s: %s: %s" % (shown, type(error).__name__, str(error)[:160]))

    def add(self, check, place, env):
        if isinstance(check, ast.With):
            return self.add_raising(check, place, env)
        test = check.test
        if not names_of(test) & (self.unit.told | self.unit.tainted):
            return
        chosen, tolerance = value_of(test, self.unit, {**self.unit.file.space, **env})
        file = self.unit.file
        file.is_asked = True
        agreed = write_call(test, place, env)
        file.is_asked = False
        if not self.run(agreed):
            raise Disagreement()
        for expression in [chosen, test] if chosen is not test else [test]:
            call = write_call(expression, place, env)
            way = way_to_compare(self.run(call))
            if way is not None:
                break
        else:
            call, way = write_call(test, place, env, "bool(%s)"), "unchanged"
        self.keep(apply_way(call, way), tolerance, False, way)

    def add_raising(self, check, place, env):
        *before, last = check.body
        if not isinstance(last, ast.Expr):
            raise Unreadable("what raises is no expression")
        place = Place(place.unit, [*place.blocks, before])
        call = write_call(last.value, place, env)
        try:
            self.run(call)
        except Exception:
            return self.keep(call, None, True, "unchanged")
        raise Disagreement()

    def keep(self, call, tolerance, raises, way):
        if len(call) > 8000:
            raise Unreadable("the call is too long")
        self.calls.append({"name": self.unit.name, "call": call, "tolerance": tolerance, "raises": raises, "way": way})

    def run(self, call):
        """What the call gives on a program that nothing has touched."""
        space = self.reader.run_solution().__dict__
        tree = ast.parse(call)
        if not tree.body or not isinstance(tree.body[-1], ast.Expr):
            raise Unreadable("it does not end in an expression")
        last = ast.Expression(tree.body.pop().value)
        exec(compile(tree, "call", "exec"), space)
        try:
            return eval(compile(last, "call", "eval"), space)
        finally:
            sys.modules["solution"] = self.reader.program

class Disagreement(Exception):
    """The program does not do what its test says."""

def copied(given):
    return {name: value if callable(value) else copy.deepcopy(value) for name, value in given.items()}

def places_of(unit):
    """Where each check stands, in the order in which Noted meets them."""
    places = []
    def walk(statements, blocks):
        for at, statement in enumerate(statements):
            here = [*blocks, statements[:at]]
            if isinstance(statement, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
                continue
            if isinstance(statement, ast.Assert) or is_raising(statement):
                places.append(Place(unit, here))
                continue
            for part in ("body", "orelse", "finalbody"):
                walk(getattr(statement, part, []), here)
            for handler in getattr(statement, "handlers", []):
                walk(handler.body, here)
    walk(unit.body, [])
    return places

def apply_way(call, way):
    if way == "unchanged":
        return call
    head, last = split_last(call)
    return head + WAYS[way].replace("VALUE", last)

def split_last(call):
    """The statements of a call, and its last expression."""
    last = ast.parse(call).body[-1]
    lines = call.encode().split(b"\n")
    head = [*lines[:last.lineno - 1], lines[last.lineno - 1][:last.col_offset]]
    rest = [lines[last.lineno - 1][last.col_offset:], *lines[last.lineno:]]
    return b"\n".join(head).decode(), b"\n".join(rest).decode()

def value_of(test, unit, space):
    """The part of a test whose value is compared, and how much that may differ."""
    own = unit.told | unit.tainted
    evaluate = lambda node: eval(compile(ast.Expression(node), "tests", "eval"), space)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test, None
    if isinstance(test, ast.Call) and dotted(test.func) in ("math.isclose", "isclose"):
        one, other = test.args[:2]
        options = {keyword.arg: evaluate(keyword.value) for keyword in test.keywords}
        value, wanted = (one, other) if names_of(one) & own else (other, one)
        if names_of(wanted) & own:
            return test, None
        return value, max(options.get("abs_tol", 0), options.get("rel_tol", 1e-9) * abs(evaluate(wanted)))
    if not isinstance(test, ast.Compare) or len(test.ops) != 1:
        return test, None
    left, right, kind = test.left, test.comparators[0], test.ops[0]
    if isinstance(kind, (ast.Lt, ast.LtE)) and isinstance(left, ast.Call) and dotted(left.func) in ("abs", "math.fabs", "fabs"):
        inner = left.args[0]
        if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Sub) and not names_of(right) & own:
            one, other = inner.left, inner.right
            if bool(names_of(one) & own) != bool(names_of(other) & own):
                return (one if names_of(one) & own else other), float(evaluate(right))
        return test, None
    if not isinstance(kind, (ast.Eq, ast.Is)):
        return test, None
    if not names_of(left) & own:
        left, right = right, left
    if names_of(right) & own:
        return (left, None) if names_of(left) & unit.told else (test, None)
    wanted = evaluate(right)
    return left, wanted.tolerance if isinstance(wanted, Approximately) else None
`;
