/** Python that stands in for pytest while tests are read: what plain tests use of it, and nothing that runs them. */

/** Makes the module `pytest`, and any others that tests import, importable from memory. */
export const PYTEST_STAND_IN = `
import sys, types

class Skipped(BaseException):
    pass

class Approximately:
    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self.expected = expected
        self.rel, self.abs = rel, abs

    @property
    def tolerance(self):
        sizes = [abs(one) for one in self._numbers(self.expected)]
        relative = (1e-6 if self.rel is None and self.abs is None else self.rel or 0) * max(sizes, default=0)
        return max(relative, 1e-12 if self.abs is None else self.abs)

    def _numbers(self, expected):
        if isinstance(expected, dict):
            expected = list(expected.values())
        return expected if isinstance(expected, (list, tuple)) else [expected]

    def __eq__(self, other):
        if isinstance(self.expected, dict):
            if not isinstance(other, dict) or self.expected.keys() != other.keys():
                return False
            other = [other[key] for key in self.expected]
        expected, found = self._numbers(self.expected), self._numbers(other)
        return len(expected) == len(found) and all(
            one == two or abs(one - two) <= self.tolerance for one, two in zip(expected, found)
        )

    __hash__ = None

class Raises:
    def __init__(self, expected, match=None):
        self.expected, self.match, self.value = expected, match, None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.value = value
        if kind is None:
            raise AssertionError("nothing was raised")
        return issubclass(kind, self.expected)

class Marks:
    def __getattr__(self, name):
        def mark(*arguments, **options):
            if name != "parametrize" and len(arguments) == 1 and callable(arguments[0]) and not options:
                return arguments[0]
            def decorate(function):
                if name == "parametrize":
                    function.parameters = [(arguments[0], list(arguments[1])), *getattr(function, "parameters", [])]
                if name in ("skip", "xfail"):
                    function.is_skipped = True
                return function
            return decorate
        return mark

class Case:
    def __init__(self, *values, **_):
        self.values = values

def skip(*_, **__):
    raise Skipped()

def add_module(name, **contents):
    """A module of this name, and packages above it; what is there already is filled."""
    module = sys.modules.get(name)
    if module is None:
        module = sys.modules[name] = types.ModuleType(name)
        module.__path__ = []
        above, _, last = name.rpartition(".")
        if above:
            setattr(add_module(above), last, module)
    for key, value in contents.items():
        setattr(module, key, value)
    return module

add_module("pytest", approx=Approximately, raises=Raises, mark=Marks(), skip=skip, param=Case, use_correct=True, run_slow=False)
`;
