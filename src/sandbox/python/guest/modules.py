"""Lets the files of a program import each other: they lie in memory, and there is nothing else to import from."""
import builtins
import importlib.machinery
import sys

#: Path of a program that is told as a text alone.
_PROGRAM = "solution.py"

#: By name: path, code, and whether it is a package. A folder without `__init__.py` is a package, too, with nothing in it.
_modules = {}


class _Files:
    """Finds and loads the program's modules. Comes last, as the folder of a program does behind what is built in."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        found = _modules.get(name)
        return None if found is None else importlib.machinery.ModuleSpec(name, _Files, is_package=found[2])

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        path, code, _ = _modules[module.__name__]
        module.__builtins__ = builtins
        if code is not None:
            module.__file__ = path
            exec(code, module.__dict__)


sys.meta_path.append(_Files)


def place(codes):
    """Makes the files of these paths importable, each given as its code."""
    for path, code in codes:
        name = module_name(path)
        _modules[name] = path, code, path.endswith("__init__.py")
        while "." in name:
            name = name.rpartition(".")[0]
            _modules.setdefault(name, (None, None, True))


def module_name(path):
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
