/** Plays the reference fix through the disciplined loop: run, edit, run, submit. What an episode is worth at most. */
import { commonLines } from "../ground/common-ends.ts";
import type { StepData } from "../protocol/protocol.ts";
import { type Agent, actTurn, stopTurn } from "./agent.ts";

/** An edit that makes a buggy file the one of the reference solution. */
export interface ReferenceEdit {
  /** Of several files, which; absent where there is one. */
  readonly path?: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly new_code_block: string;
}

/** Gives a task's edits by its full name, one a file that differs; undefined where the task is not known. */
export type ReferenceEditsOf = (taskName: string) => Promise<readonly ReferenceEdit[] | undefined>;

/** @param editsOf the agent knows no tasks itself */
export function createOracleAgent(editsOf: ReferenceEditsOf): Agent {
  return {
    name: "oracle",
    model: null,
    begin: ({ taskName }) => {
      let turns: Iterator<StepData, undefined> | null = null;
      return {
        act: async () => {
          turns ??= await turnsFor(editsOf, taskName);
          if (turns === null) return stopTurn("error", `${NO_EDIT} ${taskName}: ${WHY}`);
          const { value } = turns.next();
          return value === undefined ? stopTurn("gave_up", "Submitted, and the episode goes on") : actTurn(value);
        },
      };
    },
  };
}

const NO_EDIT = "There is no reference edit for";
const WHY = "the oracle plays only tasks whose programs lie here";

/** Null where there is no edit to play. */
async function turnsFor(editsOf: ReferenceEditsOf, taskName: string): Promise<Iterator<StepData, undefined> | null> {
  const edits = await editsOf(taskName);
  if (edits === undefined) return null;
  const actions: StepData[] = [
    { action_type: "RUN_TESTS" },
    ...edits.map((edit) => ({ action_type: "REPLACE_LINES", ...edit })),
    { action_type: "RUN_TESTS" },
    { action_type: "SUBMIT" },
  ];
  return actions.values();
}

/** The one block of lines, as small as can be, in which the two texts differ. */
export function smallestEdit(before: string, after: string): ReferenceEdit {
  const [old, wanted] = [toLines(before), toLines(after)];
  const { head, tail } = commonLines(old, wanted);
  return {
    start_line: head + 1,
    end_line: old.length - tail,
    new_code_block: wanted.slice(head, wanted.length - tail).join("\n"),
  };
}

function toLines(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
