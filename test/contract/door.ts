/** One way in to an episode, whatever it is spoken in: the suite plays through it and knows no other. */
import type { CodeObservation, CodeState, ResetRequest, StepData } from "../../src/protocol/protocol.ts";
import { makeRoot } from "../tasks/support/program-folder.ts";
import { SEVERAL_FILES } from "../tasks/support/several-files.ts";

/** What every door tells of an observation: the code in one form is enough for tools. */
export type Seen = Omit<CodeObservation, "code_text">;

export interface Told {
  readonly observation: Seen;
  readonly reward: number;
  readonly done: boolean;
  /** The answer as it came, as far as the door shows it, for comparing bytes. */
  readonly bytes: string;
}

/** Rejects with an error that has the server's reason in its message. */
export interface Door extends AsyncDisposable {
  reset(request: ResetRequest): Promise<Told>;
  step(action: StepData): Promise<Told>;
  /** The state of the episode with this label, which is the one that the door plays. */
  state(label: string): Promise<CodeState>;
}

export interface DoorKind {
  /** Comes in to the server at this port by a session of its own. */
  open(port: number): Promise<Door>;
  /** What becomes of an action that there is not: a step with a penalty, or a refusal, as with tools. */
  readonly unknownAction: "step" | "refusal";
}

/** Opens the door `GET /operator/state`, for those that have no state of their own. */
export const OPERATOR_TOKEN = "operator-of-the-contract";

/** As each server of the suite is started. @param later called with what takes away again what was written for it */
export async function serverSettings(later: (undo: () => Promise<void>) => void) {
  return {
    WORKERS: "1",
    MCP_EPISODES: "free",
    OPERATOR_TOKEN,
    PROGRAMS_DIR: await makeRoot({ "python/tally": SEVERAL_FILES }, later),
  };
}
