/** The one environment that all share whom the page lets watch, and who watches it. */
import { describeState } from "../environment/state.ts";
import { withoutDrawShown } from "../environment/without-draw.ts";
import {
  type Attempt,
  type CodeState,
  type ResetRequest,
  type StepData,
  type StepResult,
  TraceFixError,
  type WebEpisode,
} from "../protocol/protocol.ts";
import { type Clock, systemClock } from "./clock.ts";
import { TryAgainError } from "./failures.ts";
import type { HeldSessions } from "./held-sessions.ts";
import { keptAction } from "./kept-action.ts";
import type { Session } from "./session.ts";
import { DEFAULT_WAIT_MS, type SessionRegistry } from "./session-registry.ts";
import { allButATenth, Shares } from "./shares.ts";

/** Steps that a watcher is shown; with each goes a whole observation. */
const MAX_LOGS = 100;
/** Bytes that the shown steps may have together as JSON: all of them go to each watcher at each step. */
const MAX_LOG_BYTES = 300_000;
/** Longest text of one field of an action that a watcher is shown. */
const MAX_FIELD_CHARACTERS = 10_000;
/** All visitors have one account together, so that what one of them does is charged to none of the others. */
const VISITORS = "visitors of the page";
/** A watcher takes no session, so they have a limit of their own. */
const MAX_WATCHERS = 100;
/** Resets and steps of the one environment that run or wait, which are done one after the other. */
const MAX_ASKED = 100;
const MAX_ASKED_BY_ONE = 2;

const NOTHING: WebEpisode = {
  episode_id: null,
  step_count: 0,
  current_observation: null,
  action_logs: [],
  is_reset: true,
};

export type Watcher = (episode: WebEpisode) => void;

/** Who asks. */
export interface Visitor {
  /** Names the client that he counts for: its visitors cannot be all. */
  readonly client: string;
  /** Aborted when he hangs up. */
  readonly gone?: AbortSignal;
}

export interface WebDeskOptions {
  readonly registry: SessionRegistry;
  readonly sessions: HeldSessions;
  readonly clock?: Clock;
  /** The time of day, for the log. */
  readonly today?: () => Date;
}

/** Where the one session of all visitors is held; begun by the first of them, and again once it has fallen idle. */
const PLACE = { door: "page", name: "shared", owner: null } as const;

export class WebDesk {
  readonly #sessions: HeldSessions;
  readonly #today: () => Date;
  readonly #registry: SessionRegistry;
  readonly #watchers = new Set<Watcher>();
  readonly #watching: Shares;
  readonly #asked: Shares;
  #episode = NOTHING;

  constructor({ registry, sessions, clock = systemClock, today = () => new Date() }: WebDeskOptions) {
    this.#registry = registry;
    this.#sessions = sessions;
    this.#today = today;
    const perClient = allButATenth(MAX_WATCHERS);
    this.#watching = new Shares({ capacity: MAX_WATCHERS, perClient, waitMs: 0, clock });
    this.#asked = new Shares({ capacity: MAX_ASKED, perClient: MAX_ASKED_BY_ONE, waitMs: DEFAULT_WAIT_MS, clock });
  }

  /** Begins an episode in the place of the one before. @throws TraceFixError as a session's reset, CAPACITY_REACHED */
  reset(request: ResetRequest, visitor: Visitor): Promise<StepResult> {
    return this.#inTurn(visitor, async () => {
      await this.#registry.pace(visitor.client, visitor.gone);
      const newcomer = { client: VISITORS, isPaced: false };
      const { session } = this.#sessions.find(PLACE.door, PLACE.name) ?? this.#sessions.hold(PLACE, newcomer);
      const result = await session.reset(request);
      const { observation } = result;
      const episode_id = observation.info.episode_id;
      this.#show({ ...NOTHING, episode_id, current_observation: withoutDrawShown(observation) });
      return result;
    });
  }

  /** @throws TraceFixError EXECUTION_ERROR before a reset and after the end */
  step({ action, normalised }: Attempt, visitor: Visitor): Promise<StepResult> {
    return this.#inTurn(visitor, () => this.#step(action, normalised));
  }

  async #step(action: StepData, normalised: Attempt["normalised"]): Promise<StepResult> {
    const session = this.#alive();
    if (session === null) throw new TraceFixError("EXECUTION_ERROR", "No episode has begun: POST /web/reset first");
    const result = await session.step(action, { normalised });
    const { observation, reward, done } = result;
    const { step_count } = observation;
    const shown = keptAction(action, MAX_FIELD_CHARACTERS);
    const log = { timestamp: this.#today().toISOString(), action: shown, observation, reward, done, step_count };
    const action_logs = newest([...this.#episode.action_logs, log]);
    this.#show({ ...this.#episode, step_count, current_observation: observation, action_logs, is_reset: false });
    return result;
  }

  /** All null before the first reset. */
  async state(): Promise<CodeState> {
    return (await this.#alive()?.state()) ?? describeState(null);
  }

  /** Tells the watcher at once and after each reset and step, until the answer is called. @throws TraceFixError CAPACITY_REACHED */
  watch(watcher: Watcher, { client }: Visitor): () => void {
    if (this.#watching.take(client) !== "taken") {
      const active_sessions = this.#watching.total;
      const message = `Cannot watch: ${active_sessions} do already. Try again when one has left.`;
      throw new TraceFixError("CAPACITY_REACHED", message, { active_sessions, max_sessions: MAX_WATCHERS });
    }
    this.#watchers.add(watcher);
    watcher(this.#alive() === null ? NOTHING : this.#episode);
    return () => {
      if (this.#watchers.delete(watcher)) this.#watching.give(client);
    };
  }

  /** One environment does one thing at a time, so anyone who asks without end would keep all others from it. */
  async #inTurn<Result>({ client, gone = NEVER }: Visitor, act: () => Promise<Result>): Promise<Result> {
    if (this.#asked.take(client) !== "taken" && !(await this.#asked.turn(client, gone))) throw askedTooMuch();
    try {
      return await act();
    } finally {
      this.#asked.give(client);
    }
  }

  /** Null where no episode has begun, or nobody has asked for it for too long. */
  #alive(): Session | null {
    const session = this.#sessions.find(PLACE.door, PLACE.name)?.session;
    return session?.isSeated ? session : null;
  }

  #show(episode: WebEpisode): void {
    this.#episode = episode;
    for (const watcher of this.#watchers) watcher(episode);
  }
}

/** Nothing aborts what brings no signal. */
const NEVER = new AbortController().signal;

function askedTooMuch(): TryAgainError {
  const message = "Too much is asked of the page's shared episode at the moment. Wait for the answers, then try again.";
  return new TryAgainError(message, { status: 429, code: "CAPACITY_REACHED" });
}

type ActionLog = WebEpisode["action_logs"][number];

/** Bytes of each log as JSON. */
const lengths = new WeakMap<ActionLog, number>();

/** The last of the logs, as many as a watcher is shown: one at least. */
function newest(logs: readonly ActionLog[]): readonly ActionLog[] {
  const oldest = Math.max(0, logs.length - MAX_LOGS);
  let room = MAX_LOG_BYTES;
  for (let at = logs.length - 1; at >= oldest; at -= 1) {
    const log = logs[at];
    if (log === undefined) break;
    const length = lengths.get(log) ?? Buffer.byteLength(JSON.stringify(log));
    lengths.set(log, length);
    room -= length;
    if (room < 0) return logs.slice(Math.min(at + 1, logs.length - 1));
  }
  return logs.slice(oldest);
}
