/** Finds the lines of a Python file that no call executes. */
import type { Asking } from "../language-pack.ts";
import { pythonLiteral } from "./quote.ts";

/**
 * Lines are what the compiler made code for; what it made for a docstring or for the end of a function is nothing that
 * anybody wrote. A line that was seen once is not watched any more, so that watching costs hardly anything.
 */
const FIND_UNREACHED = `
import ast, sys, types

def code_lines(code):
    yield from (line for _, _, line in code.co_lines() if line)
    for const in code.co_consts:
        if type(const) is types.CodeType:
            yield from code_lines(const)

def statement_lines(source):
    return {node.lineno for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)}

def unreached_lines(source, calls):
    program, reached = compile(source, "solution.py", "exec"), set()
    monitoring = sys.monitoring

    def see(code, line):
        if code.co_filename == "solution.py":
            reached.add(line)
        return monitoring.DISABLE

    monitoring.use_tool_id(1, "lines")
    monitoring.register_callback(1, monitoring.events.LINE, see)
    monitoring.set_events(1, monitoring.events.LINE)
    for call in calls:
        module = sys.modules["solution"] = types.ModuleType("solution")
        try:
            exec(program, module.__dict__)
            exec(compile(call, "<test>", "exec"), module.__dict__)
        except Exception:
            pass
    monitoring.set_events(1, 0)
    monitoring.free_tool_id(1)
    return [f"{line}" for line in sorted({*code_lines(program)} & statement_lines(source) - reached)]
`;

/** Gives their numbers in one list. */
export function unreachedRequest(code: string, calls: readonly string[]): Asking {
  return { code: FIND_UNREACHED, call: `unreached_lines(${pythonLiteral(code)}, ${pythonLiteral(calls)})` };
}
