/** One client's session: an environment, and the strict order of what is asked of it. */
import type { Logger } from "pino";
import {
  type CodeState,
  type EpisodeRequest,
  type ResetRequest,
  type StepData,
  type StepResult,
  TraceFixError,
} from "../protocol/protocol.ts";
import { runWithin } from "./deadline.ts";
import { complete, type Draws } from "./draws.ts";
import type { Environment } from "./environment.ts";
import type { EpisodeFollower, EpisodeListener, SessionLabels } from "./episode-listener.ts";
import { publicError } from "./failures.ts";
import { JobQueue } from "./job-queue.ts";

/** What a session needs of the house it lives in. */
export interface SessionHost {
  readonly draws: Draws;
  readonly log: Logger;
  readonly counts: SessionCounts;
  readonly labels: SessionLabels;
  readonly listener: EpisodeListener | null;
  release(session: Session): void;
}

/** What all sessions together have done since the server started. */
export interface SessionCounts {
  resets: number;
  steps: number;
  /** Calls that rejected, for whatever reason; a policy's bad action is no failure but a step. */
  failures: number;
}

export interface SessionStepOptions {
  /** How long the caller will wait; see `runWithin`. */
  readonly timeoutMs?: number | undefined;
  /** Called when the step has been taken, even if its caller waits no longer. */
  readonly onTaken?: (result: StepResult) => void;
}

/** Every call is answered in the order of the calls and rejects with `TraceFixError` only. */
export class Session {
  /** Server-side and secret: `episode_id` is only a label, which many sessions may share. */
  readonly key: string;
  readonly #environment: Environment;
  readonly #host: SessionHost;
  readonly #queue = new JobQueue();
  #follower: EpisodeFollower | null = null;
  #open = true;

  constructor(key: string, environment: Environment, { host }: { host: SessionHost }) {
    this.key = key;
    this.#environment = environment;
    this.#host = host;
  }

  /** Calls that run or wait. */
  get pending(): number {
    return this.#queue.pending;
  }

  /** Begins an episode in the place of the one before; what the request leaves out is drawn. */
  reset(request: ResetRequest): Promise<StepResult> {
    const episode = complete(request, this.#host.draws);
    return this.#public(this.#queue.run((signal) => this.#reset(episode, signal)));
  }

  step(action: StepData, { timeoutMs, onTaken }: SessionStepOptions = {}): Promise<StepResult> {
    const job = async (signal: AbortSignal, onFinal?: () => void) => {
      const result = await this.#environment.step(action, { signal, ...(onFinal && { onFinal }) });
      this.#host.counts.steps += 1;
      this.#follower?.stepped(action, result);
      onTaken?.(result);
      return result;
    };
    const taken =
      timeoutMs === undefined ? this.#queue.run((signal) => job(signal)) : runWithin(timeoutMs, this.#queue, job);
    return this.#public(taken);
  }

  /** Begins an episode of which everything is drawn, if none has begun yet; null if one has, be it over or not. */
  begin(): Promise<StepResult | null> {
    return this.#public(
      this.#queue.run(async (signal) => {
        if (this.#environment.state.episode_id !== null) return null;
        return this.#reset(complete({}, this.#host.draws), signal);
      }),
    );
  }

  state(): Promise<CodeState> {
    return this.#public(this.#queue.run(() => this.#environment.state));
  }

  /** The state now, without waiting for a turn. */
  get snapshot(): CodeState {
    return this.#environment.state;
  }

  /** Frees the slot at once, gives up what runs and refuses what waits; harmless when repeated. */
  close(reason: TraceFixError = new TraceFixError("SESSION_ERROR", "The session is closed")): void {
    if (!this.#open) return;
    this.#open = false;
    this.#queue.close(reason);
    this.#environment.discard?.();
    this.#follower?.left();
    this.#host.release(this);
  }

  async #reset(episode: EpisodeRequest, signal: AbortSignal): Promise<StepResult> {
    const result = await this.#environment.reset(episode, { signal });
    this.#host.counts.resets += 1;
    this.#follow(episode, result);
    const { episode_id, seed } = episode;
    this.#host.log.info({ session: this.key, episode_id, seed }, "episode begun");
    return result;
  }

  #follow(request: EpisodeRequest, result: StepResult): void {
    const { listener, labels } = this.#host;
    this.#follower?.left();
    this.#follower = listener?.begun({ labels, request, state: this.#environment.state, result }) ?? null;
  }

  #public<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      this.#host.counts.failures += 1;
      throw publicError(error, this.#host.log);
    });
  }
}
