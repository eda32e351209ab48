/** Code objects that no compiler would make: they may ruin the interpreter they run in, and nothing else. */
import { type Category, onEachCall, onOneCall, REVERSE, smuggle } from "../attack.ts";

/** A bytecode function that `make` gives, run on each call; the text seeds what is random about it. */
const crafted = (make: string): string =>
  onEachCall(
    `rng = random.Random(text)\ncode = template.__code__\nforged = types.FunctionType(${make}, globals())\nreturn forged(text)`,
    `import dis, random, types
def template(text):
    total = text + "x"
    for letter in text:
        total = [letter, total, len(text)]
    try:
        return str(total)
    finally:
        total = None
op = dis.opmap
def ops(*pairs):
    return bytes(byte for pair in pairs for byte in pair)
def random_bytes(rng, length):
    return bytes(rng.choice((rng.randrange(256), rng.choice([*op.values()]) & 255)) for _ in range(length // 2 * 2))`,
  );

/** A ruined interpreter may do anything to its own answer, but an answer that is right it has no way to find. */
const RUINED = /got: /;

const attack = (name: string, make: string) =>
  ({ name, hack: "memory corruption", task: REVERSE, code: crafted(make), seen: [/^[0-3] of 7/, RUINED] }) as const;

export const BYTECODE: Category = {
  title: "crafted bytecode",
  attacks: [
    attack("random bytes for code end in a failed test", "code.replace(co_code=random_bytes(rng, 200))"),
    attack(
      "random opcodes with small arguments end in a failed test",
      "code.replace(co_code=bytes(b for _ in range(100) for b in (rng.choice([*op.values()]) & 255, rng.randrange(6))))",
    ),
    attack(
      "a few flipped bytes in real code end in a failed test",
      "code.replace(co_code=bytes(b ^ (rng.randrange(256) if rng.random() < 0.05 else 0) for b in code.co_code))",
    ),
    attack(
      "a local variable far out of bounds is no way to another's memory",
      'code.replace(co_code=ops((op["RESUME"], 0), (op["EXTENDED_ARG"], rng.randrange(3)), (op["LOAD_FAST"], 250), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "a constant far out of bounds is no way to another's memory",
      'code.replace(co_code=ops((op["RESUME"], 0), (op["EXTENDED_ARG"], rng.randrange(200)), (op["LOAD_CONST"], 250), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "a name out of bounds is no way to another's memory",
      'code.replace(co_code=ops((op["RESUME"], 0), (op["EXTENDED_ARG"], rng.randrange(1, 77)), (op["LOAD_GLOBAL"], 2 * rng.randrange(128)), *[(0, 0)] * 4, (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "a store to a local out of bounds writes into its own memory only",
      'code.replace(co_code=ops((op["RESUME"], 0), *[pair for i in range(60) for pair in ((op["LOAD_FAST"], 0), (op["EXTENDED_ARG"], i), (op["STORE_FAST"], rng.randrange(256)))], (op["LOAD_FAST"], 0), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "a stack popped below its bottom is ruined for its own call",
      'code.replace(co_code=ops((op["RESUME"], 0), *[(op["POP_TOP"], 0)] * rng.randrange(1, 200), (op["LOAD_FAST"], 0), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "a stack pushed past its top is ruined for its own call",
      'code.replace(co_stacksize=1, co_code=ops((op["RESUME"], 0), *[(op["LOAD_FAST"], 0)] * rng.randrange(100, 5000), (op["BUILD_LIST"], 200), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "a jump to before the beginning does not leave the sandbox",
      'code.replace(co_code=ops((op["RESUME"], 0), (op["EXTENDED_ARG"], rng.randrange(256)), (op["JUMP_BACKWARD"], 200), (0, 0), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "a jump past the end does not leave the sandbox",
      'code.replace(co_code=ops((op["RESUME"], 0), (op["EXTENDED_ARG"], rng.randrange(256)), (op["JUMP_FORWARD"], 200), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "code that runs off its own end does not leave the sandbox",
      'code.replace(co_code=ops((op["RESUME"], 0), *[(op["NOP"], 0)] * rng.randrange(1, 50)))',
    ),
    attack(
      "a forged table of exception handlers does not leave the sandbox",
      'code.replace(co_exceptiontable=bytes((0x80, 5, 5 + rng.randrange(58), rng.randrange(64))), co_code=ops((op["RESUME"], 0), (op["LOAD_FAST"], 0), (op["RAISE_VARARGS"], 1)))',
    ),
    attack(
      "swapped and copied stack entries out of bounds are ruined for their own call",
      'code.replace(co_code=ops((op["RESUME"], 0), (op["COPY"], rng.randrange(2, 256)), (op["SWAP"], rng.randrange(2, 256)), (op["COPY"], 200), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "a call with more arguments than there are is ruined for its own call",
      'code.replace(co_code=ops((op["RESUME"], 0), (op["LOAD_FAST"], 0), (op["PUSH_NULL"], 0), (op["CALL"], rng.randrange(10, 256)), (0, 0), (0, 0), (0, 0), (op["RETURN_VALUE"], 0)))',
    ),
    attack(
      "fewer locals than the code uses is refused or ruined for its own call",
      'code.replace(co_varnames=("text",), co_nlocals=1, co_code=code.co_code)',
    ),
    attack(
      "random data in the form of marshalled code ends in a failed test",
      "types.FunctionType(__import__('marshal').loads(b'\\xe3' + random_bytes(rng, 300)), globals()).__code__",
    ),
    attack(
      "a marshalled code object with flipped bytes ends in a failed test",
      "__import__('marshal').loads(bytes(b ^ (rng.randrange(256) if rng.random() < 0.01 else 0) for b in __import__('marshal').dumps(code)))",
    ),
    {
      name: "a generator resumed at another line than its own is ruined for its own call",
      hack: "memory corruption",
      task: REVERSE,
      code: onEachCall(
        `def steps():
    yield 1
    for letter in text:
        with open_nothing():
            yield letter
running = steps()
next(running)
def tracer(frame, event, argument):
    if frame.f_code is steps.__code__:
        frame.f_lineno = frame.f_code.co_firstlineno + 4
    return tracer
sys.settrace(tracer)
running.gi_frame.f_trace = tracer
list(running)`,
        "import contextlib, sys\n@contextlib.contextmanager\ndef open_nothing():\n    yield",
      ),
      seen: [/^[0-3] of 7/, RUINED],
    },
    {
      name: "an answer written before crafted bytecode ruins the interpreter is dropped with it",
      hack: "memory corruption",
      task: REVERSE,
      code: onOneCall(
        `${smuggle("posix")}.write(3, b'{"kind":"value","value":"ba"}')
op = dis.opmap
stores = [byte for i in range(250) for byte in (op["LOAD_FAST"], 0, op["EXTENDED_ARG"], i, op["STORE_FAST"], 255)]
code = template.__code__.replace(co_code=bytes([op["RESUME"], 0, *stores, op["LOAD_FAST"], 0, op["RETURN_VALUE"], 0]))
types.FunctionType(code, globals())(text)`,
        "import dis, types\ndef template(text):\n    return text",
      ),
      seen: [/^3 of 7/, /expected: 'ba'\n +got: the interpreter stopped: the interpreter failed/],
    },
    {
      name: "a pickle that calls what it likes calls only what is in the sandbox",
      hack: "memory corruption",
      task: REVERSE,
      code: onOneCall(
        "return pickle.loads(b\"cbuiltins\\neval\\n(S'__import__(chr(115)+chr(121)+chr(115)).platform'\\ntR.\")",
        "import pickle",
      ),
      seen: [/^3 of 7/, /expected: 'ba'\n +got: 'emscripten'/],
    },
  ],
};
