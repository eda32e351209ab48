/** Runs programs on many calls in one run of the interpreter, which is quick and no proof: calls can disturb each other. */

import type { Source } from "../../sandbox/source.ts";
import type { Asking } from "../language-pack.ts";
import { ENTERED_FUNCTIONS } from "./entered-functions.ts";
import { KEPT_MODULES } from "./kept-modules.ts";
import { packCalls } from "./pack-calls.ts";
import { COMPILE_PROGRAMS, programLiteral } from "./programs.ts";
import { pythonLiteral } from "./quote.ts";

/**
 * An answer is a text: `=` and a literal for a plain value, `!` with module and name for an exception, `?` for all that has
 * to be asked in a run of its own.
 */
export const ANSWER_CALLS = `${COMPILE_PROGRAMS}
import ast, binascii, builtins, marshal, random

APPLY = compile("callee(*arguments)", "<test>", "eval")

def show(value, depth=0):
    """Writes a plain value as a literal that keeps every type; raises for anything else."""
    kind = type(value)
    if value is None or kind is bool or kind is int or kind is float or kind is bytes:
        return repr(value)
    if kind is str:
        value.encode()
        return repr(value)
    if depth > 60:
        raise ValueError("nested too deeply")
    if kind is dict:
        return "{" + ", ".join([show(key, depth + 1) + ": " + show(value[key], depth + 1) for key in value]) + "}"
    if kind is not list and kind is not tuple and kind is not set and kind is not frozenset:
        raise TypeError("not plain")
    items = [show(item, depth + 1) for item in value]
    if kind is list:
        return "[" + ", ".join(items) + "]"
    if kind is tuple:
        return "(" + ", ".join(items) + ("," if len(items) == 1 else "") + ")"
    members = "{" + ", ".join(sorted(items)) + "}" if items else ""
    return (members or "set()") if kind is set else "frozenset(" + members + ")"

def read(call):
    """Compiles the statements of a call, or None, and its last expression."""
    head, _, tail = call.rpartition("\\n")
    try:
        if tail[:1].isspace():
            raise SyntaxError
        return compile(head, "<test>", "exec") if head else None, compile(tail, "<test>", "eval")
    except SyntaxError:
        tree = ast.parse(call)
        last = ast.Expression(tree.body.pop().value)
        return compile(tree, "<test>", "exec"), compile(last, "<test>", "eval")

def unpack_calls(packed):
    """Statements, expression, data as bytes and whether it is arguments, for each call; equal texts are compiled once."""
    parts = iter(marshal.loads(binascii.a2b_base64(packed)))
    read_texts, ready = {}, []
    for text, data, applies in zip(parts, parts, parts):
        made = read_texts.get(text)
        if made is None:
            made = read_texts[text] = read(text)
        ready.append((*made, data, applies))
    return ready

def execute(program):
    space = fresh_module(program).__dict__
    exec(program[2], space)
    return space

def built_in_name(kind):
    """Only a run of its own knows for sure whose any other exception is."""
    return "builtins:" + kind.__name__ if getattr(builtins, kind.__name__, None) is kind else None

def answer(program, call, seeds=True, write=show, start=execute, name=built_in_name):
    statements, expression, data, applies = call
    if seeds:
        random.seed(0)
    try:
        space = start(program)
        given = None if data is None else marshal.loads(data)
        if given is not None and not applies:
            for place in range(0, len(given), 2):
                space[given[place]] = given[place + 1]
        if statements is not None:
            exec(statements, space)
        value = eval(expression, space)
        if applies:
            value = eval(APPLY, {"callee": value, "arguments": given})
    except (MemoryError, RecursionError):
        return "?"
    except Exception as error:
        named = name(type(error))
        return "?" if named is None else "!" + named
    try:
        return "=" + write(value)
    except Exception:
        return "?"

def draws_by_chance(call):
    return any(code is not None and "random" in code.co_names for code in call[:2])

def needs_seeds(source, calls):
    """To seed takes longer than most calls."""
    return "random" in (source if type(source) is str else repr(source)) or any(map(draws_by_chance, calls))

def answer_all(source, calls):
    program = compile_program(source)
    seeds = needs_seeds(source, calls)
    ProgramFiles.modules = program[3]
    answers = [answer(program, call, seeds) for call in calls]
    forget_modules(program[3])
    return answers

def answer_calls(sources, packed):
    """The answers of the first program to all calls, then those of the next."""
    ready = unpack_calls(packed)
    return [given for source in sources for given in answer_all(source, ready)]

def answer_ready(source, packed):
    return answer_all(source, marshal.loads(binascii.a2b_base64(packed)))
`;

/** Gives the program's answers to all calls in one list. */
export function answerRequest(code: Source, calls: readonly string[]): Asking {
  return { code: ANSWER_CALLS, call: `answer_calls([${programLiteral(code)}], ${pythonLiteral(packCalls(calls))})` };
}

/** The same for calls that `search_calls` has packed. */
export function answerPackedRequest(code: Source, packed: string): Asking {
  return { code: ANSWER_CALLS, call: `answer_ready(${programLiteral(code)}, ${pythonLiteral(packed)})` };
}

/**
 * Several programs may be asked, so this is not compiled with what each episode needs. To write a value as a literal takes
 * far longer than to marshal it, and most programs that are asked together give the same for most calls.
 */
const ANSWER_SEVERAL = `${ANSWER_CALLS}${KEPT_MODULES}
#: No value of another kind than those that literals are written for is marshalled to the same bytes.
MARSHAL_VERSION = 2
${ENTERED_FUNCTIONS}
NOTHING = compile("None", "<test>", "eval")

def pack_ready(packed):
    return pack_known(unpack_calls(packed), (), None)

def pack_known(ready, known, entered):
    return binascii.b2a_base64(marshal.dumps((ready, known, entered)), newline=False).decode()

def show_marshalled(value):
    # Whatever lends its memory is marshalled as bytes are.
    text = show(value)
    return text if "b'" in text or 'b"' in text else "m" + marshal.dumps(value, MARSHAL_VERSION).hex()

def answer_each(source, calls, writers, entered=None, watch=None):
    """
    The same as answer_all, but modules are executed again only where a call has changed something of them, and calls that
    enter nothing in which the program differs from the solution are as known.
    """
    program = compile_program(source)
    changed = None if entered is None else changed_functions(entered[0], program)
    seeds = needs_seeds(source, calls)
    ProgramFiles.modules = program[3]
    kept, answers = KeptProgram(program, source, seeds), []
    for place, (call, write) in enumerate(zip(calls, writers)):
        if changed is not None and changed.isdisjoint(entered[1][place]):
            answers.append("=")
            continue
        if watch is not None:
            watch.begin()
        given = answer(program, call, seeds, write, kept.start, kept.name)
        if watch is not None:
            watch.end()
        kept.end(given)
        answers.append(given)
    forget_modules(program[3])
    return answers

def know_answers(source, packed):
    ready, *_ = marshal.loads(binascii.a2b_base64(packed))
    program = compile_program(source)
    watch = Watch(program)
    given = answer_each(source, ready, [show_marshalled] * len(ready), watch=watch)
    # What only executing the modules enters belongs to each call, whether or not they are executed again for it.
    watch.begin()
    ProgramFiles.modules = program[3]
    answer(program, (None, NOTHING, None, False))
    forget_modules(program[3])
    watch.end()
    *entered, loading = watch.close()
    known = [bytes.fromhex(one[2:]) if one.startswith("=m") else None for one in given]
    outline = outline_program(program)
    return [pack_known(ready, known, (outline, [one | loading for one in entered])), *answer_each(source, ready, [show] * len(ready))]

def show_other(known, value):
    try:
        if marshal.dumps(value, MARSHAL_VERSION) == known:
            return ""
    except ValueError:
        pass
    return show(value)

def answer_several(sources, packed):
    ready, known, entered = marshal.loads(binascii.a2b_base64(packed))
    writers = [show if one is None else functools.partial(show_other, one) for one in known or [None] * len(ready)]
    return [given for source in sources for given in answer_each(source, ready, writers, entered)]
`;

/** Gives the calls as `answerSeveralRequest` takes them. */
export function packRequest(calls: readonly string[]): Asking {
  return { code: ANSWER_SEVERAL, call: `pack_ready(${pythonLiteral(packCalls(calls))})` };
}

/** Gives packed calls with what the program gives for them, and then its answers. */
export function knowAnswersRequest(code: Source, packed: string): Asking {
  return { code: ANSWER_SEVERAL, call: `know_answers(${programLiteral(code)}, ${pythonLiteral(packed)})` };
}

/** Gives the answers of the first program to all calls, then those of the next; `=` alone is what is known. */
export function answerSeveralRequest(codes: readonly Source[], packed: string): Asking {
  const programs = codes.map(programLiteral).join(", ");
  return { code: ANSWER_SEVERAL, call: `answer_several([${programs}], ${pythonLiteral(packed)})` };
}
