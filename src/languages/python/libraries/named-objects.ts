/** Python that knows what a library calls its functions, classes and other objects. */

/** `NAMES` tells by code object and by identity under which public name something of the library can be reached. */
export const NAMED_OBJECTS = String.raw`
"""Notes which calls a library's own tests make of it, as texts that make them again."""
import collections, datetime, decimal, enum, fractions, itertools, json, math, os, re, sys, types

SETTINGS = json.loads(os.environ["TRACEFIX_RECORDER"])
PACKAGES = tuple(SETTINGS["packages"])
ROOTS = [os.path.realpath(root).replace("\\", "/") + "/" for root in SETTINGS["roots"]]
LIBRARY = []
for package in PACKAGES:
    module = __import__(package)
    file = os.path.realpath(module.__file__).replace("\\", "/")
    LIBRARY.append(file.rpartition("/")[0] + "/" if hasattr(module, "__path__") else file)
MOST_A_FUNCTION, MOST_HISTORY, LONGEST, MOST_ENTERED = 600, 30, 2000, 20000
SELF = "\0"


class Unwritable(Exception):
    """No text gives this value."""


def in_package(name):
    return isinstance(name, str) and name.split(".")[0] in PACKAGES


def is_lent(entry):
    name, _, value = entry
    home = getattr(value, "__module__", None)
    return isinstance(home, str) and home.split(".")[0] != name.split(".")[0]


class Names:
    """What the library's modules call their functions, classes and other objects."""

    def __init__(self):
        self.by_code, self.by_id, self.seen = {}, {}, -1

    def refresh(self):
        modules = sorted((name for name in sys.modules if in_package(name)), key=lambda name: (name.count("."), name))
        if len(modules) == self.seen:
            return
        self.seen = len(modules)
        found = []
        for name in modules:
            module = sys.modules[name]
            if not isinstance(module, types.ModuleType) or any(part.startswith("_") for part in name.split(".")):
                continue
            for attribute, value in sorted(vars(module).items()):
                if not attribute.startswith("_"):
                    found.append((name, attribute, value))
        # A package that lends another one's things is not what these are called after.
        for entry in sorted(found, key=is_lent):
            self.add(*entry)

    def add(self, module, attribute, value):
        path = module + "." + attribute
        if isinstance(value, types.ModuleType) or type(value) in PLAIN:
            return
        if in_package(getattr(value, "__module__", None)) or in_package(type(value).__module__):
            self.by_id.setdefault(id(value), (module, path, value))
        if isinstance(value, type):
            if in_package(value.__module__):
                self.add_class(module, path, value)
            return
        if in_package(getattr(value, "__module__", None)):
            self.add_code(value, (module, path, "function", attribute))

    def add_code(self, value, facts):
        for _ in range(5):
            code, inner = getattr(value, "__code__", None), getattr(value, "__wrapped__", None)
            # Whatever is wrapped alike shares the code that wraps it.
            if isinstance(code, types.CodeType) and (inner is None or not code.co_freevars):
                self.by_code.setdefault(code, facts)
            if inner is None:
                return
            value = inner

    def add_class(self, module, path, value):
        for name, member in vars(value).items():
            if name.startswith("_") and not (name.startswith("__") and name.endswith("__")):
                continue
            kind = "method"
            if isinstance(member, property):
                kind, member = "property", member.fget
            elif isinstance(member, (classmethod, staticmethod)):
                kind, member = type(member).__name__, member.__func__
            self.add_code(member, (module, path, kind, name))
`;
