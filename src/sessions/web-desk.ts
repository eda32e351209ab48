/** The one environment that all visitors of the page share, and who watches it. */
import { describeState } from "../environment/state.ts";
import {
  type CodeState,
  type ResetRequest,
  type StepData,
  type StepResult,
  TraceFixError,
  type WebEpisode,
} from "../protocol/protocol.ts";
import { McpSessions, type McpSessionsOptions } from "./mcp-sessions.ts";
import type { Session } from "./session.ts";
import type { SessionRegistry } from "./session-registry.ts";

/** Steps that a watcher is shown; with each goes a whole observation. */
const MAX_LOGS = 100;
/** A watcher takes no session, so they have a limit of their own. */
const MAX_WATCHERS = 100;

const NOTHING: WebEpisode = {
  episode_id: null,
  step_count: 0,
  current_observation: null,
  action_logs: [],
  is_reset: true,
};

export type Watcher = (episode: WebEpisode) => void;

export interface WebDeskOptions extends McpSessionsOptions {
  /** The time of day, for the log. */
  readonly today?: () => Date;
}

export class WebDesk {
  /** Holds one session at most, and ends it when nobody asks for it for too long. */
  readonly #sessions: McpSessions;
  readonly #today: () => Date;
  readonly #watchers = new Set<Watcher>();
  #session: Session | null = null;
  #episode = NOTHING;

  constructor(registry: SessionRegistry, { today = () => new Date(), ...idle }: WebDeskOptions = {}) {
    this.#sessions = new McpSessions(registry, idle);
    this.#today = today;
  }

  /** Begins an episode in the place of the one before. @throws TraceFixError as a session's reset, CAPACITY_REACHED */
  async reset(request: ResetRequest): Promise<StepResult> {
    this.#session = this.#sessions.shared();
    const result = await this.#session.reset(request);
    const { observation } = result;
    const episode_id = observation.info.episode_id;
    this.#show({ ...NOTHING, episode_id, current_observation: observation });
    return result;
  }

  /** @throws TraceFixError EXECUTION_ERROR before a reset and after the end */
  async step(action: StepData): Promise<StepResult> {
    const session = this.#alive();
    if (session === null) throw new TraceFixError("EXECUTION_ERROR", "No episode has begun: POST /web/reset first");
    const result = await session.step(action);
    const { observation, reward, done } = result;
    const { step_count } = observation;
    const log = { timestamp: this.#today().toISOString(), action, observation, reward, done, step_count };
    const action_logs = [...this.#episode.action_logs, log].slice(-MAX_LOGS);
    this.#show({ ...this.#episode, step_count, current_observation: observation, action_logs, is_reset: false });
    return result;
  }

  /** All null before the first reset. */
  async state(): Promise<CodeState> {
    return (await this.#alive()?.state()) ?? describeState(null);
  }

  /** Tells the watcher at once and after each reset and step, until the answer is called. @throws TraceFixError CAPACITY_REACHED */
  watch(watcher: Watcher): () => void {
    if (this.#watchers.size >= MAX_WATCHERS) {
      const message = `Cannot watch: ${MAX_WATCHERS} do already. Try again when one has left.`;
      throw new TraceFixError("CAPACITY_REACHED", message, {
        active_sessions: MAX_WATCHERS,
        max_sessions: MAX_WATCHERS,
      });
    }
    this.#watchers.add(watcher);
    watcher(this.#alive() === null ? NOTHING : this.#episode);
    return () => this.#watchers.delete(watcher);
  }

  /** Stops looking whether the environment is idle. Its session is the registry's to close. */
  stop(): void {
    this.#sessions.stop();
  }

  #alive(): Session | null {
    return (this.#session && this.#sessions.find(this.#session.key)) ?? null;
  }

  #show(episode: WebEpisode): void {
    this.#episode = episode;
    for (const watcher of this.#watchers) watcher(episode);
  }
}
