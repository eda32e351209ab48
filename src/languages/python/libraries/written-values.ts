/** Python that writes values as texts which make them again. */

/** `Writer().write(value)` gives an expression, with the statements that have to come before it, or raises `Unwritable`. */
export const WRITTEN_VALUES = `
PLAIN = (type(None), bool, int, float, str, bytes, list, tuple, set, frozenset, dict)
NAMES = Names()
MADE = {}


class Made:
    """An object that a call has given: the text that gives it, and what was called of it since."""

    def __init__(self, value, text, modules):
        self.value, self.text, self.modules, self.history, self.is_lost = value, text, set(modules), [], False


class Writer:
    """Writes values as text, with the statements that have to come before."""

    def __init__(self):
        self.before, self.modules, self.variables, self.named, self.size = [], set(), {}, {}, 0

    def write(self, value, depth=0, plain=False):
        if depth > 12:
            raise Unwritable
        kind = type(value)
        if kind in (type(None), bool, int, str, bytes):
            text = repr(value)
            self.size += len(text)
            if self.size > LONGEST:
                raise Unwritable
            return text
        if kind is float:
            return repr(value) if math.isfinite(value) else "float(%r)" % repr(value)
        inner = lambda item: self.write(item, depth + 1, plain)
        if kind in (list, tuple, set, frozenset, collections.deque, dict) and len(value) > 300:
            raise Unwritable
        if kind is list:
            return "[" + ", ".join(map(inner, value)) + "]"
        if kind is tuple:
            return "(" + ", ".join(map(inner, value)) + ("," if len(value) == 1 else "") + ")"
        if kind in (set, frozenset):
            members = "{" + ", ".join(sorted(map(inner, value))) + "}" if value else "set()"
            return members if kind is set else "frozenset(" + members + ")"
        if kind is dict:
            return "{" + ", ".join(inner(key) + ": " + inner(item) for key, item in value.items()) + "}"
        if kind in (range, complex, slice):
            return repr(value)
        if plain:
            raise Unwritable
        return self.write_other(value, kind, inner)

    def write_other(self, value, kind, inner):
        made = MADE.get(id(value))
        if made is not None and made.value is value:
            return self.write_made(made)
        named = NAMES.by_id.get(id(value))
        if named is not None and named[2] is value:
            self.modules.add(named[0])
            return named[1]
        if kind is collections.deque:
            return self.of("collections", "deque", [inner(list(value))] + ([str(value.maxlen)] if value.maxlen is not None else []))
        if kind in (collections.OrderedDict, collections.Counter):
            return self.of("collections", kind.__name__, [inner(dict(value))])
        if kind is collections.defaultdict:
            return self.of("collections", "defaultdict", [inner(value.default_factory), inner(dict(value))])
        if kind in (decimal.Decimal, fractions.Fraction):
            return self.of(kind.__module__.lstrip("_"), kind.__name__, [repr(str(value))])
        if kind in (datetime.date, datetime.time, datetime.datetime, datetime.timedelta, datetime.timezone):
            self.modules.add("datetime")
            return repr(value)
        if kind is re.Pattern:
            return self.of("re", "compile", [inner(value.pattern), str(value.flags & ~32 if isinstance(value.pattern, str) else value.flags)])
        if isinstance(value, enum.Enum) and in_package(kind.__module__):
            return inner(kind) + "." + value.name
        if isinstance(value, type) and value.__module__ == "builtins" and getattr(__import__("builtins"), value.__name__, None) is value:
            return value.__name__
        if isinstance(value, type) and value.__module__ in STANDARD and getattr(sys.modules[value.__module__], value.__qualname__, None) is value:
            return self.of(value.__module__, value.__qualname__)
        if kind is types.BuiltinFunctionType and value.__self__ is __import__("builtins"):
            return value.__name__
        if callable(value) and getattr(value, "__module__", None) in ("_operator", "operator", "math", "itertools", "functools"):
            module = value.__module__.lstrip("_")
            if getattr(sys.modules.get(module), getattr(value, "__name__", ""), None) is value:
                return self.of(module, value.__name__)
        if kind is types.MethodDescriptorType and value.__objclass__.__module__ == "builtins":
            return value.__objclass__.__name__ + "." + value.__name__
        if kind is types.FunctionType:
            return self.write_function(value)
        if kind.__module__ in ("builtins", "itertools") and hasattr(value, "__next__"):
            return self.write_iterator(value, inner)
        raise Unwritable

    def of(self, module, name, arguments=None):
        self.modules.add(module)
        return module + "." + name + ("" if arguments is None else "(" + ", ".join(arguments) + ")")

    def write_made(self, made):
        if made.is_lost:
            raise Unwritable
        self.modules |= made.modules
        if not made.history:
            return made.text
        name = self.variables.get(id(made.value))
        if name is None:
            name = "value" if not self.variables else "value_%d" % (len(self.variables) + 1)
            self.variables[id(made.value)] = name
            self.before.append(name + " = " + made.text)
            self.before += [step.replace(SELF, name) for step in made.history]
        return name

    def write_iterator(self, value, inner):
        """What copies an iterator writes it; nothing is taken out of it."""
        kind = type(value)
        if kind.__module__ == "builtins" and kind.__name__ == "generator":
            raise Unwritable
        try:
            reduced = value.__reduce__()
        except Exception:
            raise Unwritable
        if not isinstance(reduced, tuple) or len(reduced) > 2 and reduced[2] not in (None, 0):
            raise Unwritable
        maker, arguments = reduced[0], reduced[1]
        if maker is iter:
            return "iter(" + ", ".join(map(inner, arguments)) + ")"
        if maker in (map, filter, zip, enumerate, reversed):
            return maker.__name__ + "(" + ", ".join(map(inner, arguments)) + ")"
        if maker in (itertools.count, itertools.repeat, itertools.chain, itertools.islice):
            return self.of("itertools", maker.__name__, list(map(inner, arguments)))
        raise Unwritable

    def write_function(self, function):
        """A lambda or a small function of a test, with what it needs of the outside."""
        code = function.__code__
        given = [*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values()]
        node = FUNCTIONS.find(code)
        if node is None or not all(type(value) in (type(None), bool, int, float, str) for value in given):
            raise Unwritable
        kind, text = node
        if kind == "def":
            self.name(code.co_name, text)
        outside = {name: function.__globals__[name] for name in names_in(code) if name in function.__globals__}
        outside.update(zip(code.co_freevars, (cell.cell_contents for cell in function.__closure__ or ())))
        for name, value in sorted(outside.items()):
            if value is function:
                continue
            if isinstance(value, types.ModuleType):
                if value.__name__ not in STANDARD and not in_package(value.__name__):
                    raise Unwritable
                self.modules.add(value.__name__)
                if value.__name__ != name:
                    self.name(name, name + " = " + value.__name__)
                continue
            written = self.write(value, 8)
            if written != name:
                self.name(name, name + " = " + written)
        if kind == "lambda":
            return "(" + text + ")"
        if text not in self.before:
            self.before.append(text)
        return code.co_name

    def name(self, name, text):
        """A name means one thing in a call; what it means is said once."""
        if self.named.setdefault(name, text) != text or name in PACKAGES:
            raise Unwritable
        if not text.startswith("def ") and text not in self.before:
            self.before.append(text)


def names_in(code):
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from names_in(constant)


class Functions:
    """Texts of functions in test files, by file and line."""

    def __init__(self):
        self.files = {}

    def find(self, code):
        import ast
        path = code.co_filename
        if path not in self.files:
            try:
                tree = ast.parse(open(path, encoding="utf-8").read())
            except Exception:
                tree = ast.parse("")
            found = {}
            for node in ast.walk(tree):
                if isinstance(node, ast.Lambda):
                    found.setdefault((node.lineno, "<lambda>"), []).append(("lambda", ast.unparse(node)))
                elif isinstance(node, ast.FunctionDef) and not node.decorator_list:
                    found.setdefault((node.lineno, node.name), []).append(("def", ast.unparse(node)))
            self.files[path] = found
        found = self.files[path].get((code.co_firstlineno, code.co_name), [])
        return found[0] if len(found) == 1 else None


FUNCTIONS = Functions()
`;
