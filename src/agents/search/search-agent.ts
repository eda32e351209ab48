/** Plays without a model: finds suspicious lines by what the tests execute, and tries published repairs on them. */
import type { CodeObservation, StepData } from "../../protocol/protocol.ts";
import { type Agent, actTurn, stopTurn } from "../agent.ts";
import { smallestEdit } from "../oracle-agent.ts";
import type { TestTrace } from "./ochiai.ts";
import { insertProbes, readTraces } from "./probes.ts";
import { parsePython } from "./python-program.ts";
import { repairsOf } from "./repairs.ts";

/** A repair takes an edit and a run; after it, an edit and SUBMIT must still fit. */
const STEPS_OF_A_TRY = 4;
/** The probes take an edit, a run and an undo. */
const STEPS_OF_PROBING = 3;

export function createSearchAgent(): Agent {
  return {
    name: "search",
    model: null,
    begin: ({ observation }) => {
      const moves = search(observation);
      return {
        act: async (seen) => {
          const { value } = moves.next(seen);
          return value ? actTurn(value) : stopTurn("gave_up", "Submitted, and the episode goes on");
        },
      };
    },
  };
}

const RUN_TESTS = { action_type: "RUN_TESTS" };
const SUBMIT = { action_type: "SUBMIT" };

function* search(start: CodeObservation): Generator<StepData, void, CodeObservation> {
  let seen = yield RUN_TESTS;
  if (allPass(seen)) return void (yield SUBMIT);
  let passed = passing(seen);
  const paths = suspects(start, seen);
  for (const [at, path] of paths.entries()) {
    // Of several files the more suspicious one is given half of what steps there are.
    const reserve = at + 1 < paths.length ? Math.floor(seen.steps_remaining / 2) : 0;
    if (seen.steps_remaining < STEPS_OF_A_TRY + reserve) continue;
    if (seen.path !== path) seen = yield lookAt(path);
    if (seen.path !== path) continue;
    const tried = yield* repairFile(seen, { passed, reserve });
    if (tried.isSolved) break;
    ({ seen, passed } = tried);
  }
  yield SUBMIT;
}

interface Standing {
  /** Tests that pass, of those that there are. */
  readonly passed: number;
  /** Steps that are to be left. */
  readonly reserve: number;
}

/** Tries the repairs of the shown file, and leaves the best of them. */
function* repairFile(
  shown: CodeObservation,
  { passed, reserve }: Standing,
): Generator<StepData, { isSolved: boolean; seen: CodeObservation; passed: number }, CodeObservation> {
  const { path } = shown;
  const given = textOf(shown);
  let seen = shown;
  let best = { text: given, passed };
  const textNow = (text: string): string => (seen.path === path ? textOf(seen) : text);

  const program = parsePython(given);
  let traces: readonly TestTrace[] = [];
  const probed = insertProbes(program);
  if (probed !== null && seen.steps_remaining >= STEPS_OF_PROBING + STEPS_OF_A_TRY + reserve) {
    seen = yield edit(given, probed, path);
    // Refused probes leave the file as it was: then every statement counts as equally suspicious.
    if (textNow(given) === probed) {
      traces = readTraces(yield RUN_TESTS);
      seen = yield { action_type: "UNDO_EDIT" };
    }
  }

  let text = given;
  for (const { text: repaired } of repairsOf(program, traces)) {
    if (seen.steps_remaining < STEPS_OF_A_TRY + reserve) break;
    seen = yield edit(text, repaired, path);
    text = textNow(text);
    if (text !== repaired) continue;
    seen = yield RUN_TESTS;
    if (allPass(seen)) return { isSolved: true, seen, passed: passing(seen) };
    if (passing(seen) > best.passed) best = { text, passed: passing(seen) };
  }
  if (text !== best.text) seen = yield edit(text, best.text, path);
  return { isSolved: false, seen, passed: best.passed };
}

/** The file in which the first test failed comes first, then the main one. Undefined stands for the only one. */
function suspects(start: CodeObservation, { path, files }: CodeObservation): readonly (string | undefined)[] {
  if (files === undefined) return [undefined];
  const others = files.map((file) => file.path).filter((each) => each.endsWith(".py"));
  return [...new Set([path, start.path, ...others])];
}

/** Any line of it will do: the observation has the whole file. */
function lookAt(path: string | undefined): StepData {
  return { action_type: "VIEW_CODE", path, start_line: 1, end_line: 1 };
}

function edit(before: string, after: string, path: string | undefined): StepData {
  return { action_type: "REPLACE_LINES", ...(path !== undefined && { path }), ...smallestEdit(before, after) };
}

function textOf({ code_dict }: CodeObservation): string {
  return Object.values(code_dict).join("\n");
}

function passing({ test_results }: CodeObservation): number {
  return test_results.filter(({ passed }) => passed).length;
}

function allPass({ test_results }: CodeObservation): boolean {
  return test_results.length > 0 && test_results.every(({ passed }) => passed);
}
