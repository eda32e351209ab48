/** Programs of several files in one run of the interpreter, one after the other, each call with modules of its own. */
import type { Source } from "../../sandbox/source.ts";
import { pythonLiteral } from "./quote.ts";

/** Path of the program that is told as its text alone. */
const PROGRAM = "solution.py";

/** The program as `compile_program` takes it: its text, or the path of the file that is executed and all files. */
export function programLiteral({ entry, files, text, isOneFile }: Source): string {
  return pythonLiteral(isOneFile && entry === PROGRAM ? text : [entry, [...files]]);
}

/**
 * A program is compiled into name and path of its module, that module's code, and the other modules by name: path, code, and
 * whether it is a package. `fresh_module` forgets what an earlier call has imported, so that nothing leaks from call to call.
 */
export const COMPILE_PROGRAMS = `
import importlib.machinery, sys, types

class ProgramFiles:
    """Finds the other files of the program that is called."""

    modules = {}

    @staticmethod
    def find_spec(name, path=None, target=None):
        found = ProgramFiles.modules.get(name)
        return None if found is None else importlib.machinery.ModuleSpec(name, ProgramFiles, is_package=found[2])

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        path, code, _ = ProgramFiles.modules[module.__name__]
        if code is not None:
            module.__file__ = path
            exec(code, module.__dict__)

sys.meta_path.append(ProgramFiles)
compiled_texts = {}

def compile_text(path, text):
    """Programs that are alike have most of their files in common."""
    made = compiled_texts.get((path, text))
    if made is None:
        made = compiled_texts[path, text] = compile(text, path, "exec")
    return made

def module_name(path):
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

def compile_program(source):
    if type(source) is str:
        return "solution", "solution.py", compile(source, "solution.py", "exec"), {}
    entry, files = source
    modules = {}
    for path, text in files:
        name = module_name(path)
        modules[name] = path, compile_text(path, text), path.endswith("__init__.py")
        while "." in name:
            name = name.rpartition(".")[0]
            modules.setdefault(name, (None, None, True))
    name = module_name(entry)
    path, code, _ = modules.pop(name)
    return name, path, code, modules

def forget_modules(names):
    for name in names:
        sys.modules.pop(name, None)

def fresh_module(program):
    name, path, _, others = program
    if others:
        forget_modules(others)
    module = types.ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    return module
`;
