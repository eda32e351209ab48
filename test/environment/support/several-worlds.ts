/** The made-up tasks again, as programs of two files: the main one only begins it, the other one's first line is the program. */
import type { Batch, BatchResult, RunOptions, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { Source } from "../../../src/sandbox/source.ts";
import { type Arena, COMMENT_LETTER, COMMON_LETTERS, IDLE_LETTERS, inFile, rewrite } from "./arena.ts";
import { type World, worldSandbox, worldTask, worldText } from "./worlds.ts";

const MAIN = "solution.py";
const OTHER = "other.py";

function sourceOf(program: string): Source {
  return new Source(MAIN, [
    [MAIN, worldText("main")],
    [OTHER, worldText(program)],
  ]);
}

/** What runs a world of one file, asked about both as about one. */
class TwoFilesSandbox implements Sandbox {
  readonly #inner: Sandbox;

  constructor(inner: Sandbox) {
    this.#inner = inner;
  }

  run(batch: Batch, options?: RunOptions): Promise<BatchResult> {
    const { code } = batch;
    if (typeof code === "string" || !code.files.has(OTHER)) return this.#inner.run(batch, options);
    const [main = "", other = ""] = [MAIN, OTHER].map((path) => code.files.get(path));
    const begins = main.startsWith("main\n") ? "" : "bad\n";
    const text = begins + other + (main.includes("syntax!") ? "syntax!\n" : "");
    return this.#inner.run({ ...batch, code: Source.of(MAIN, text) }, options);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}

/** As `worldArena`, with edits of the other file; `C` and `S` are of the main one, `W` looks at a line of it, `X` names no file. */
export function severalWorldArena(world: World): Arena {
  const { program, ...task } = worldTask(world);
  const whole = { ...task, program: { ...program, solution: sourceOf("good") }, code: sourceOf("given") };
  const { C, S, N } = { ...COMMENT_LETTER, ...IDLE_LETTERS };
  if (C === undefined || S === undefined || N === undefined) throw new Error("A letter is missing");
  return {
    name: `${world.name} in two files`,
    choice: { task: whole, programHash: "", index: 0, split: null },
    sandbox: new TwoFilesSandbox(worldSandbox(world)),
    alphabet: {
      ...COMMON_LETTERS,
      V: () => ({ action_type: "VIEW_CODE", path: OTHER }),
      W: () => ({ action_type: "VIEW_CODE", path: MAIN, start_line: 1, end_line: 1 }),
      F: inFile(OTHER, rewrite(worldText("good"))),
      G: inFile(OTHER, rewrite(worldText("given"))),
      H: inFile(OTHER, rewrite(worldText("half"))),
      B: inFile(OTHER, rewrite("bad")),
      C: inFile(MAIN, C),
      S: inFile(MAIN, S),
      N: inFile(OTHER, N),
      X: () => ({ action_type: "REPLACE_LINES", path: "nowhere.py", start_line: 1, end_line: 1, new_code_block: "x" }),
    },
  };
}
