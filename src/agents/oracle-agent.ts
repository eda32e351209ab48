/** Plays the reference fix through the disciplined loop: run, edit, run, submit. What an episode is worth at most. */
import { commonLines } from "../ground/common-ends.ts";
import type { StepData } from "../protocol/protocol.ts";
import { type Agent, act, stop } from "./agent.ts";

/** The edit that makes a task's buggy file the reference solution. */
export interface ReferenceEdit {
  readonly start_line: number;
  readonly end_line: number;
  readonly new_code_block: string;
}

/** @param edits by the tasks' full names: the agent knows no tasks itself */
export function createOracleAgent(edits: ReadonlyMap<string, ReferenceEdit>): Agent {
  return {
    name: "oracle",
    model: null,
    begin: ({ taskName }) => {
      const edit = edits.get(taskName);
      const why = `There is no reference edit for ${taskName}: the oracle plays only tasks whose programs lie here`;
      if (edit === undefined) return { act: async () => stop("error", why) };
      const actions: StepData[] = [
        { action_type: "RUN_TESTS" },
        { action_type: "REPLACE_LINES", ...edit },
        { action_type: "RUN_TESTS" },
        { action_type: "SUBMIT" },
      ];
      const turns = actions.values();
      return {
        act: async () => {
          const { value } = turns.next();
          return value === undefined ? stop("gave_up", "Submitted, and the episode goes on") : act(value);
        },
      };
    },
  };
}

/** The one block of lines, as small as can be, in which the two texts differ. */
export function editBetween(before: string, after: string): ReferenceEdit {
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
