/** What a task is: a program with a reference solution and tests, times one bug. Loaded from `programs/`; plain data but for its language. */
import type { LanguagePack } from "../languages/language-pack.ts";
import type { CurriculumDraw, Difficulty, OperatorClass, Split } from "../protocol/protocol.ts";
import type { Source } from "../sandbox/source.ts";
import type { Value } from "../sandbox/values/wire.ts";

/** What a call should give: a value, compared exactly, or an exception of this very type, which is from that module. */
export type Expectation =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "raises"; readonly type: string; readonly module: string };

/** One call and its expected result. The guest only ever sees `call`. */
export interface TaskTest {
  readonly name: string;
  readonly call: string;
  readonly expectation: Expectation;
  /** Largest absolute difference between floats that still counts as equal; null means exact. */
  readonly tolerance: number | null;
}

/** A program: what the agent is meant to repair, and how that is judged. */
export interface Program {
  readonly name: string;
  readonly language: LanguagePack;
  readonly title: string;
  readonly description: string;
  readonly entryPoint: string;
  readonly difficulty: Difficulty;
  readonly split: Split;
  readonly tags: readonly string[];
  readonly tests: readonly TaskTest[];
  readonly tolerance: number | null;
  /** Where it is from, and under which licence it may be used; undefined where its author does not say. */
  readonly source?: string | undefined;
  readonly license?: string | undefined;
  /** Reference solution. Never sent to a client or into a guest that runs an agent's code. */
  readonly solution: Source;
  /** A program that draws random calls, as its language has it. */
  readonly generator: string;
  /** Whether a visible test contradicts the description, so that no text is right: never told to who plays. */
  readonly isContradicted?: boolean;
}

/** A program with one bug in it: what an episode is about. */
export interface Task {
  /** `<program>_<bug>`, unique. It may give the bug away, so agents see it only after the episode. */
  readonly name: string;
  readonly program: Program;
  readonly bugType: string;
  readonly title: string;
  readonly difficulty: Difficulty;
  /** The buggy program. */
  readonly code: Source;
  /** How real its bug is, where it was made by mutation. */
  readonly operatorClass?: OperatorClass;
}

/** A task with its place in the list it was chosen from. */
export interface TaskChoice {
  readonly task: Task;
  /** SHA-256, in hexadecimal, of the files that its program is made from. */
  readonly programHash: string;
  readonly index: number;
  /** The split asked for; null when all tasks were meant. */
  readonly split: Split | null;
  /** What a curriculum drew it from, where one was asked for. */
  readonly curriculum?: CurriculumDraw;
}
