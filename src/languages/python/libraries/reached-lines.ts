/** Tells which lines of a program's files a call executes. */
import { pythonLiteral } from "../quote.ts";

/** Lies beside the program's files while calls are watched. */
export const REACHED_LINES_FILE = "reached_lines.py";

/** A line that was seen once is not watched any more, so that watching costs hardly anything. */
export const REACHED_LINES = `
import ast, sys

def reached_lines(source, space, paths):
    """Each line as its path's place and its number, in one text."""
    places, found, monitoring = {path: str(place) for place, path in enumerate(paths)}, set(), sys.monitoring

    def see(code, line):
        place = places.get(code.co_filename)
        if place is not None:
            found.add(place + ":" + str(line))
        return monitoring.DISABLE

    tree = ast.parse(source)
    last = ast.Expression(tree.body.pop().value)
    statements, value = compile(tree, "call", "exec"), compile(last, "call", "eval")
    monitoring.use_tool_id(1, "lines")
    monitoring.register_callback(1, monitoring.events.LINE, see)
    monitoring.set_events(1, monitoring.events.LINE)
    try:
        exec(statements, space)
        eval(value, space)
    except Exception:
        pass
    finally:
        monitoring.set_events(1, 0)
        monitoring.free_tool_id(1)
    return " ".join(sorted(found))

def loaded_modules():
    return " ".join(sorted(sys.modules))
`;

/** The call that tells which lines of these files another one reaches. */
export function reachedLinesCall(call: string, paths: readonly string[]): string {
  return `from reached_lines import reached_lines\nreached_lines(${pythonLiteral(call)}, globals(), ${pythonLiteral(paths)})`;
}

/** The call that tells which modules are there once the program is loaded. */
export const LOADED_MODULES_CALL = "from reached_lines import loaded_modules\nloaded_modules()";
