/** Plays at random: any action, and for an edit any line replaced by any other, deleted or doubled. */
import { ACTION_TYPES, type CodeObservation, kindOf, type StepData } from "../protocol/protocol.ts";
import { type Agent, actTurn } from "./agent.ts";
import { createDraws, type SeededDraws } from "./draws.ts";

export function createRandomAgent(): Agent {
  return {
    name: "random",
    model: null,
    begin: ({ seed, repetition, observation: { info } }) => {
      // With the program's name, so that two programs with the same seed are two draws and not one.
      const draws = createDraws("random", info.task_name, seed, repetition);
      return { act: async (observation) => actTurn(anyAction(observation, draws)) };
    },
  };
}

function anyAction({ code_dict }: CodeObservation, draws: SeededDraws): StepData {
  const action_type = draws.pick(ACTION_TYPES);
  if (kindOf(action_type) !== "writes") return { action_type };
  const lines = Object.values(code_dict);
  if (lines.length === 0) return { action_type, start_line: 1, end_line: 0, new_code_block: "pass" };
  const line = 1 + draws.below(lines.length);
  const other = draws.pick(lines);
  const new_code_block = draws.pick(["", other, `${lines[line - 1]}\n${other}`]);
  return { action_type, start_line: line, end_line: line, new_code_block };
}
