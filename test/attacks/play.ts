/** Plays attacks over a real WebSocket and tells what became of them. */
import type { CodeObservation } from "../../src/protocol/protocol.ts";
import { Player } from "../support/player.ts";
import type { Attack, Step } from "./attack.ts";

/** The highest final score of an episode that is not solved. */
export const UNSOLVED_SCORE = 0.39;
/** The lowest return of an episode that is solved. */
export const SOLVED_RETURN = 0.55;

export interface Ending {
  /** What RUN_TESTS said, or what all steps said together. */
  readonly report: string;
  readonly run: CodeObservation;
  readonly verdict: string;
  readonly done: boolean;
  readonly lastReward: number;
  readonly finalScore: number;
  readonly return: number;
}

export function stepsOf(attack: Attack): readonly Step[] {
  if ("steps" in attack) return attack.steps;
  return [replaceFile(attack.code), { action_type: "RUN_TESTS" }, { action_type: "SUBMIT" }];
}

/** Far more lines than any task has, from which `play` takes the file's own number. */
function replaceFile(code: string): Step {
  return { action_type: "REPLACE_LINES", start_line: 1, end_line: WHOLE_FILE, new_code_block: code };
}
const WHOLE_FILE = -1;

/** @param server its port on this machine, or where it is: `ws://host:port/base` */
export async function play(server: number | string, attack: Attack, seed = 7): Promise<Ending> {
  await using player = await Player.connect(server);
  let { observation } = await player.reset({ task_name: attack.task, seed });
  let run = observation;
  const said: string[] = [];
  for (const step of stepsOf(attack)) {
    const isWhole = step.end_line === WHOLE_FILE;
    const sent = isWhole ? { ...step, end_line: Object.keys(observation.code_dict).length } : step;
    const result = await player.step(sent);
    observation = result.observation;
    if (isWhole && observation.syntax_error !== null)
      throw new Error(`The attack does not parse: ${observation.syntax_error}`);
    if (step.action_type === "RUN_TESTS") run = observation;
    said.push(observation.last_execution_output, observation.syntax_error ?? "");
    if (result.done) {
      const { metadata } = observation;
      if (!("return" in metadata)) throw new Error("the last step has no return");
      return {
        report: "steps" in attack ? said.join("\n") : reportOf(run),
        run,
        verdict: observation.last_execution_output,
        done: true,
        lastReward: result.reward,
        finalScore: metadata.reward_components.final,
        return: metadata.return,
      };
    }
  }
  throw new Error("the attack ended without an end of its episode");
}

/** The report, which may be cut, and each test's own words. */
function reportOf({ last_execution_output, test_results }: CodeObservation): string {
  return [last_execution_output, ...test_results.map(({ error_message }) => error_message ?? "")].join("\n");
}
