/** Python that reads files of tests: what they import, and which runs of which test there are. `UnitRun` runs them. */

export const TEST_UNITS = String.raw`
import ast, copy, json, sys, types

class Unit:
    """One run of a test: a function with its parameters, or a module's own statements."""

    def __init__(self, file, name, body, given, own, alias={}):
        self.file, self.name, self.body, self.given, self.alias = file, name, body, given, alias
        self.own = own | set(alias)
        #: Names that stand for the program or a part of it.
        self.told = self.own | file.modules
        self.given_by_program = tainted_names(body, self.told)
        self.touched = touched_names(body, self.told)
        self.tainted = self.given_by_program

    def stand_at(self, env):
        """Tells which names the program has a part in where the test is now."""
        changed = {name for name in self.touched & set(env) if not is_settled(env[name])}
        self.tainted = self.given_by_program | changed

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
`;
