/** A gym around one made-up program, for tests of what the agent sees. */

import { TraceFixRLGym } from "../../../src/environment/gym.ts";
import { pythonPack } from "../../../src/languages/python/python.ts";
import type { CodeObservation, EpisodeRequest, StepData } from "../../../src/protocol/protocol.ts";
import type { Program, TaskTest } from "../../../src/tasks/task.ts";
import { oneFile } from "../../support/source.ts";
import { type TaskSet, taskSetOf } from "../../tasks/support/task-set.ts";
import { type Answer, FakeSandbox, gives } from "./fake-sandbox.ts";
import { WORLDS, worldSandbox, worldTask } from "./worlds.ts";

export interface Bench {
  readonly tasks: TaskSet;
  readonly gym: TraceFixRLGym;
  readonly sandbox: FakeSandbox;
}

/** A gym with the ordinary world: four visible tests, of which the given program passes one. */
export function openWorldGym(): Bench {
  const [world] = WORLDS;
  if (world === undefined) throw new Error("There is no world");
  const sandbox = worldSandbox(world);
  const tasks = taskSetOf([worldTask(world)], { hash: "world" });
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox, session: "bench", client: "owner" });
  return { gym, sandbox, tasks };
}

export interface ProgramOptions {
  readonly code: string;
  readonly answer?: Answer;
  readonly tests?: readonly TaskTest[];
}

/** A gym with a program of the caller's; what its tests give is up to `answer`. */
export function openProgramGym({ code, answer = () => gives(0), tests = [] }: ProgramOptions): Bench {
  const sandbox = new FakeSandbox({ answer });
  const program: Program = {
    name: "program",
    language: pythonPack,
    title: "A program",
    description: "It runs.",
    entryPoint: "main",
    difficulty: "easy",
    split: "train",
    tags: [],
    tests,
    tolerance: null,
    solution: oneFile("solution\n"),
    generator: "generator\n",
  };
  const task = {
    name: "program_bug",
    program,
    bugType: "made-up",
    title: "A bug",
    difficulty: "easy",
    code: oneFile(code),
  } as const;
  const tasks = taskSetOf([task], { hash: "program" });
  return { gym: new TraceFixRLGym({ tasks, sandboxFor: () => sandbox }), sandbox, tasks };
}

export function request(more: Partial<EpisodeRequest> = {}): EpisodeRequest {
  return { seed: 7, episode_id: "episode", ...more };
}

/** Takes steps and gives the last observation. */
export async function take(gym: TraceFixRLGym, ...actions: readonly (StepData | string)[]): Promise<CodeObservation> {
  let observation: CodeObservation | null = null;
  for (const action of actions) {
    const data = typeof action === "string" ? { action_type: action } : action;
    observation = (await gym.step(data)).observation;
  }
  if (observation === null) throw new Error("There is no action to take");
  return observation;
}

export function replace(start_line: number, end_line: number, new_code_block: string): StepData {
  return { action_type: "REPLACE_LINES", start_line, end_line, new_code_block };
}

/** The file as the agent sees it, its lines joined. */
export function fileOf({ code_dict }: CodeObservation): string {
  return Object.values(code_dict).join("\n");
}
