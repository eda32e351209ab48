/**
 * Executes a program's modules once for many calls, where it can be told after each call that it has changed nothing of them.
 * To execute the five files of a program takes three times as long as a call of it. Only for programs of ours: one that
 * meant to could hide what it changes.
 */
export const KEPT_MODULES = `
import dataclasses, functools, operator, re

class Unkept(Exception):
    """There is something in the modules of which it cannot be told whether a call has changed it."""

#: Nothing of these changes, or nothing that is a program's own.
FIXED_KINDS = frozenset((
    type(None), bool, int, float, complex, str, bytes, range, type(...), type(NotImplemented), re.Pattern,
    types.ModuleType, types.BuiltinFunctionType, types.MemberDescriptorType, types.GetSetDescriptorType,
    types.WrapperDescriptorType, types.MethodDescriptorType, operator.itemgetter, operator.attrgetter,
    dataclasses.Field, dataclasses._DataclassParams,
    dataclasses._HAS_DEFAULT_FACTORY_CLASS,
))
#: After so many calls that changed something of a program's modules it is no longer tried.
MOST_CHANGES = 3

def marshalled(table):
    """Tells types and order; None where there is more than plain data in it."""
    try:
        return marshal.dumps(table, 2)
    except ValueError:
        return None

def parts_of(table):
    return list(table.items()) if type(table) is dict else list(table)

class KeptModules:
    """A program's modules as executing them has left them."""

    def __init__(self, program, source):
        name, _, _, others = program
        wanted = [name] + [other for other, (_, code, _) in others.items() if code is not None]
        modules = [sys.modules.get(one) for one in wanted]
        if None in modules:
            raise Unkept
        self.spaces = [(module.__dict__, dict(module.__dict__)) for module in modules]
        self.names, self.own = frozenset(wanted), {id(space) for space, _ in self.spaces}
        self.has_nonlocals = "nonlocal" in repr(source)
        self.seen = set()
        #: What functions have for attributes; classes; lists, dicts and sets: each with what it was.
        self.attributes, self.classes, self.plain, self.tables = [], [], [], []
        for _, saved in self.spaces:
            for key, value in saved.items():
                # What the import itself puts there is restored with the names of the program's own.
                if not key.startswith("__"):
                    self.keep(value)

    def keep_all(self, values):
        for value in values:
            self.keep(value)

    def keep(self, value):
        kind = type(value)
        if kind in FIXED_KINDS or id(value) in self.seen:
            return
        self.seen.add(id(value))
        if kind is tuple or kind is frozenset:
            self.keep_all(value)
        elif kind is types.FunctionType:
            self.keep_function(value)
        elif kind is staticmethod or kind is classmethod:
            self.keep(value.__func__)
        elif kind is property:
            self.keep_all((value.fget, value.fset, value.fdel))
        elif isinstance(value, type):
            self.keep_class(value)
        elif kind is list or kind is dict or kind is set:
            self.keep_table(value)
        elif kind.__module__ in self.names and kind.__bases__ == (object,) and "__slots__" not in kind.__dict__:
            self.keep(kind)
            self.keep_table(value.__dict__)
        else:
            raise Unkept

    def keep_function(self, function):
        if id(function.__globals__) not in self.own:
            return
        if function.__dict__:
            self.keep_table(function.__dict__)
        else:
            self.attributes.append(function.__dict__)
        self.keep(function.__defaults__)
        self.keep_all((function.__kwdefaults__ or {}).values())
        if function.__closure__ is not None:
            if self.has_nonlocals:
                raise Unkept
            self.keep_all(cell.cell_contents for cell in function.__closure__)

    def keep_class(self, kind):
        if kind.__module__ not in self.names:
            return
        if type(kind) is not type:
            raise Unkept
        members = dict(kind.__dict__)
        self.classes.append((kind.__dict__, members))
        self.keep_all(members.values())
        self.keep_all(kind.__bases__)

    def keep_table(self, table):
        data = marshalled(table)
        if data is not None:
            self.plain.append((table, data))
            return
        self.keep_all(table)
        if type(table) is dict:
            self.keep_all(table.values())
        self.tables.append((table, parts_of(table)))

    def is_unchanged(self):
        if any(self.attributes):
            return False
        for now, before in self.classes:
            if now != before:
                return False
        for now, before in self.plain:
            if marshalled(now) != before:
                return False
        for now, before in self.tables:
            if parts_of(now) != before:
                return False
        return True

    def restore(self):
        for space, saved in self.spaces:
            space.clear()
            space.update(saved)
        return self.spaces[0][0]

class KeptProgram:
    """Starts each call of a program from what executing its modules has left."""

    def __init__(self, program, source, seeds):
        self.program, self.source = program, source
        self.kept, self.left = None, 0 if seeds else MOST_CHANGES

    def start(self, program):
        if self.kept is not None:
            return self.kept.restore()
        space = execute(program)
        if self.left > 0:
            try:
                self.kept, self.left = KeptModules(program, self.source), self.left - 1
            except Exception:
                self.left = 0
        return space

    def end(self, given):
        if self.kept is not None and (given == "?" or not self.kept.is_unchanged()):
            self.kept = None

    def name(self, kind):
        """An exception of the program's own is known by its class, which the module that it is from holds."""
        is_own = kind.__module__ == self.program[0] or kind.__module__ in self.program[3]
        module = sys.modules.get(kind.__module__) if is_own else None
        if module is not None and type(kind) is type and module.__dict__.get(kind.__name__) is kind:
            return self.program[0] + ":" + kind.__name__
        return built_in_name(kind)
`;
