/** Python that runs tests one at a time and notes, at each check, the call that it makes. */

export const TEST_UNITS = String.raw`
import ast, copy, json, sys, types

class Unit:
    """One run of a test: a function with its parameters, or a module's own statements."""

    def __init__(self, file, name, body, given, own, alias={}):
        self.file, self.name, self.body, self.given, self.alias = file, name, body, given, alias
        self.own = own | set(alias)
        #: Names that stand for the program or a part of it.
        self.told = self.own | file.modules
        self.tainted = tainted_names(body, self.told)

class TestFile:
    def __init__(self, text, module_names):
        self.tree = Split().visit(ast.parse(text))
        self.lines = text.encode().split(b"\n")
        self.space = {"__name__": "tests"}
        self.imported, self.modules = set(), set()
        #: Whether a text is for a question of the reader's own, and not for a call that is kept.
        self.is_asked = False
        for one in ast.walk(self.tree):
            modules = [one.module or ""] if isinstance(one, ast.ImportFrom) else []
            modules += [name.name for name in one.names] if isinstance(one, ast.Import) else []
            self.imported |= {name for name in modules if name.rpartition(".")[2] in module_names}
            if isinstance(one, ast.Import):
                self.modules |= {name.asname or name.name for name in one.names if name.name in self.imported}

    def run_module(self):
        for statement in self.tree.body:
            if not isinstance(statement, (ast.Assert, ast.Expr)) and not is_check(statement):
                exec(compile(ast.Module([statement], []), "tests", "exec"), self.space)

class Split(ast.NodeTransformer):
    """assert a and b is assert a, then assert b."""

    def visit_Assert(self, node):
        if isinstance(node.test, ast.BoolOp) and isinstance(node.test.op, ast.And):
            return [one for test in node.test.values for one in as_list(self.visit(ast.copy_location(ast.Assert(test), test)))]
        return node

def as_list(made):
    return made if isinstance(made, list) else [made]

class Noted(ast.NodeTransformer):
    """Puts a note in the place of each check."""

    def __init__(self):
        self.checks = []

    def note(self, node):
        self.checks.append(node)
        return ast.parse("_note_(%d, {**locals()})" % (len(self.checks) - 1)).body[0]

    def visit_Assert(self, node):
        return self.note(node)

    def visit_With(self, node):
        if not is_raising(node):
            return self.generic_visit(node)
        return [self.note(node), node]

    def visit_FunctionDef(self, node):
        return node

    visit_ClassDef = visit_AsyncFunctionDef = visit_FunctionDef

class Reader:
    def __init__(self, request):
        self.solution = compile(request["solution"], "solution.py", "exec")
        self.program = self.run_solution()
        space = self.program.__dict__
        defined = set()
        for statement in ast.parse(request["solution"]).body:
            if not isinstance(statement, (ast.Import, ast.ImportFrom)):
                defined |= binds(statement) & set(space)
        self.own = defined
        self.problems, self.units, self.entry = [], [], request["entryPoint"]
        for name, text in request["helpers"].items():
            module = add_module(name)
            exec(compile(text, name, "exec"), module.__dict__)
        for number, text in enumerate(request["tests"]):
            try:
                self.add_file(TestFile(text, request["moduleNames"]))
            except Exception as error:
                self.problems.append("test file %d: %s: %s" % (number + 1, type(error).__name__, str(error)[:200]))
        if self.entry not in self.own:
            self.entry = self.most_named()

    def run_solution(self):
        module = types.ModuleType("solution")
        module.__file__ = "solution.py"
        sys.modules["solution"] = module
        exec(self.solution, module.__dict__)
        return module

    def add_file(self, file):
        for name in file.imported:
            sys.modules[name] = self.program
            above, _, last = name.rpartition(".")
            if above:
                setattr(add_module(above), last, self.program)
        for name in self.own:
            file.space[name] = self.program.__dict__[name]
        body = file.tree.body
        file.run_module()
        loose = [one for one in body if not isinstance(one, (ast.FunctionDef, ast.ClassDef))]
        if any(isinstance(one, ast.Assert) for statement in loose for one in outside_functions(statement)):
            self.units.append(Unit(file, "", body, {}, self.own))
        for statement in body:
            if isinstance(statement, ast.FunctionDef):
                self.add_function(file, statement)
            if isinstance(statement, ast.ClassDef) and statement.name.startswith("Test"):
                self.add_class(file, statement)

    def add_class(self, file, node):
        inside = [one for one in node.body if isinstance(one, ast.FunctionDef)]
        before = [one for one in inside if one.name in ("setup_method", "setUp")]
        for one in inside:
            if one.name.startswith("test") and one.args.args:
                one = copy.deepcopy(one)
                one.body = [*(statement for first in before for statement in first.body), *one.body]
                one.args.args = one.args.args[1:]
                self.add_function(file, one, getattr(file.space[node.name], one.name))

    def add_function(self, file, node, function=None):
        if not node.name.startswith("test") and node.name != "check":
            return
        function = function or file.space[node.name]
        if getattr(function, "is_skipped", False):
            return
        names = [one.arg for one in node.args.args]
        if node.name == "check" and len(names) == 1:
            entry = self.entry if self.entry in self.own else names[0]
            given = {names[0]: self.program.__dict__.get(entry)}
            return self.units.append(Unit(file, "", node.body, given, self.own, {names[0]: entry}))
        for given in cases_of(function):
            missing = [name for name in names if name not in given]
            if missing:
                self.problems.append("%s takes %s, which no parametrize gives" % (node.name, ", ".join(missing)))
                return
            self.units.append(Unit(file, node.name, node.body, given, self.own))

    def most_named(self):
        counts = dict.fromkeys(sorted(name for name in self.own if callable(self.program.__dict__.get(name))), 0)
        for unit in self.units:
            for statement in unit.body:
                for one in ast.walk(statement):
                    if isinstance(one, ast.Name) and one.id in counts:
                        counts[one.id] += 1
        best = max(counts, key=counts.get, default=None)
        return best if best is not None and counts[best] else None

    def overview(self):
        seen, units = {}, []
        for unit in self.units:
            seen[unit.name] = seen.get(unit.name, 0) + 1
            units.append({"name": unit.name, "case": seen[unit.name]})
        return json.dumps({"entryPoint": self.entry, "units": units, "own": sorted(self.own), "problems": self.problems})

    def read(self, place):
        return json.dumps(UnitRun(self, self.units[place]).read())

def cases_of(function):
    """What parametrize gives, each case by name."""
    cases = [{}]
    for names, values in getattr(function, "parameters", []):
        names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
        rows = [value.values if isinstance(value, Case) else (value,) if len(names) == 1 else tuple(value) for value in values]
        cases = [{**before, **dict(zip(names, row))} for before in cases for row in rows]
    return cases

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
