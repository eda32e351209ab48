/**
 * Which functions a call of the solution enters. A program that differs from it in other functions alone does the same on that
 * call, which need not be made. Only for programs of ours: one that meant to could look at what it is made of.
 */
export const ENTERED_FUNCTIONS = `
import types

#: Of code that is compiled as the body of a function; a module and a class have none of them.
FUNCTION_FLAGS = 3

def outer_name(code):
    """What stands inside a function is part of it."""
    return code.co_qualname.partition(".<locals>")[0]

def without_places(code, inside, functions):
    """The code as it would be on any line; functions by name go where they belong, and their names stay."""
    is_function = code.co_flags & FUNCTION_FLAGS == FUNCTION_FLAGS
    consts = tuple(
        without_places(const, inside or is_function, functions) if type(const) is types.CodeType else const
        for const in code.co_consts
    )
    bare = code.replace(co_consts=consts, co_linetable=b"", co_firstlineno=0)
    if inside or not is_function:
        return bare
    functions.setdefault(outer_name(code), []).append(marshal.dumps(bare, MARSHAL_VERSION))
    return code.co_qualname

def outline_program(program):
    """What executing the modules itself is made of, and each function's code by name."""
    _, path, code, others = program
    functions, modules = {}, []
    for name, (place, one, _) in [(None, (path, code, False)), *sorted(others.items())]:
        if one is not None:
            modules.append((name, place, marshal.dumps(without_places(one, False, functions), MARSHAL_VERSION)))
    return modules, functions

def changed_functions(known, program):
    """Names of the functions in which it differs from the program whose outline is known; None where it differs otherwise."""
    modules, functions = outline_program(program)
    if modules != known[0]:
        return None
    return {name for name in {*functions, *known[1]} if functions.get(name) != known[1].get(name)}

class Watch:
    """Tells which of the program's functions are entered; each is seen once a turn, so that watching costs hardly anything."""

    def __init__(self, program):
        self.paths = {program[1], *(path for path, code, _ in program[3].values() if code is not None)}
        self.entered, self.turns = set(), []
        sys.monitoring.use_tool_id(1, "functions")
        sys.monitoring.register_callback(1, sys.monitoring.events.PY_START, self.see)
        sys.monitoring.set_events(1, sys.monitoring.events.PY_START)

    def see(self, code, _):
        if code.co_filename in self.paths and code.co_flags & FUNCTION_FLAGS == FUNCTION_FLAGS:
            self.entered.add(outer_name(code))
        return sys.monitoring.DISABLE

    def begin(self):
        self.entered.clear()
        sys.monitoring.restart_events()

    def end(self):
        self.turns.append(set(self.entered))

    def close(self):
        """What each turn entered."""
        sys.monitoring.set_events(1, 0)
        sys.monitoring.free_tool_id(1)
        return self.turns
`;
