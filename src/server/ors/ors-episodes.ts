/** Episodes of the Open Reward Standard: held by the name that their requests carry, one episode a session. */
import { randomUUID } from "node:crypto";
import {
  type OrsCallAnswer,
  type OrsReason,
  orsBlocks,
  type ResetRequest,
  TraceFixError,
} from "../../protocol/protocol.ts";
import type { HeldSession } from "../../sessions/held-session.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { Over } from "../../sessions/over-sessions.ts";
import type { Newcomer } from "../../sessions/session-registry.ts";
import { callAfterEnd } from "../../words/tool-words.ts";
import { eventOf } from "../event-text.ts";
import { type ToolCall, Tools, UnknownToolError } from "../mcp/call-tool.ts";
import { beginningText } from "../mcp/tool-text.ts";
import type { NamedCall } from "./call-stream.ts";

const DOOR = "ors";
const OVER = new TraceFixError("EXECUTION_ERROR", "The episode of this session is over");
/** A session is one episode, which `create` begins. */
const CALLING = { beginsEpisodes: false, actionsOnly: true } as const;
/** Calls of a session whose answers are kept. */
const KEPT_CALLS = 4;

/** What is kept of a session beside its episode. */
interface Kept {
  readonly prompt: string;
  /** The last calls, so that an answer that was lost on its way is told again. */
  readonly calls: NamedCall[];
}

export class OrsEpisodes {
  readonly #held: HeldSessions;
  readonly #onBroken: (error: unknown) => void;
  readonly #kept = new WeakMap<HeldSession | Over, Kept>();
  /** Whose episodes their callers choose, but not those who call the tools. */
  readonly #tools = new Tools("drawn");

  /** @param onBroken told of what breaks of ours, which its caller is not */
  constructor(held: HeldSessions, onBroken: (error: unknown) => void) {
    this.#held = held;
    this.#onBroken = onBroken;
  }

  /** Begins the session's one episode. @throws TraceFixError where the name is taken, or the reset cannot be had */
  async create(name: string, request: ResetRequest, newcomer: Newcomer): Promise<void> {
    if (this.#find(name) !== undefined) {
      throw new TraceFixError("VALIDATION_ERROR", "Session already exists: begin another, or delete this one");
    }
    const held = this.#held.hold({ door: DOOR, name, owner: null }, newcomer);
    try {
      const { observation } = await held.session.reset({ observation: "lean", ...request, prompt: "tools" });
      this.#kept.set(held, { prompt: beginningText(observation), calls: [] });
    } catch (error) {
      this.#held.end(held);
      throw error;
    }
  }

  /** The rules, the task and the code. @throws TraceFixError NOT_FOUND */
  prompt(name: string): string {
    return this.#keptOf(name).prompt;
  }

  /** Keeps a session from falling idle. @throws TraceFixError NOT_FOUND */
  ping(name: string): void {
    if (this.#find(name) === undefined) unknown();
  }

  /** Frees its place; harmless when repeated. */
  close(name: string): void {
    const held = this.#held.find(DOOR, name);
    if (held !== undefined) this.#held.end(held);
    this.#held.forget(DOOR, name);
  }

  /**
   * Makes a call, or tells of the last one again.
   * @param id of a call whose answer was lost; null for a new one
   * @throws TraceFixError NOT_FOUND; VALIDATION_ERROR for an id of none of the last calls
   */
  call(name: string, call: ToolCall, id: string | null): NamedCall {
    const { calls } = this.#keptOf(name);
    if (id !== null) return calls.find((made) => made.id === id) ?? unknownCall();
    const made = { id: randomUUID(), events: this.#eventsOf(this.#held.find(DOOR, name), call) };
    calls.push(made);
    if (calls.length > KEPT_CALLS) calls.shift();
    return made;
  }

  #find(name: string): HeldSession | Over | undefined {
    return this.#held.find(DOOR, name) ?? this.#held.findOver(DOOR, name);
  }

  #keptOf(name: string): Kept {
    const found = this.#find(name) ?? unknown();
    return this.#kept.get(found) ?? unknown();
  }

  async #eventsOf(held: HeldSession | undefined, call: ToolCall): Promise<string> {
    try {
      return eventOf("end", JSON.stringify(await this.#answer(held, call)));
    } catch (error) {
      if (error instanceof TraceFixError) return eventOf("error", error.message.replaceAll("\n", " "));
      this.#onBroken(error);
      return eventOf("error", "Internal error");
    }
  }

  async #answer(held: HeldSession | undefined, call: ToolCall): Promise<OrsCallAnswer> {
    const over = refused("episode_finished", callAfterEnd(call.name, { mayBeginAnother: false }));
    if (held === undefined) return over;
    try {
      const { text, observation, reward, done } = await this.#tools.call(held.session, call, CALLING);
      if (done) this.#finish(held);
      return { ok: true, output: { blocks: orsBlocks(text), metadata: observation.metadata, reward, finished: done } };
    } catch (error) {
      if (error instanceof UnknownToolError) return refused("not_found", error.message);
      if (!(error instanceof TraceFixError)) throw error;
      if (held.session.snapshot.done || this.#held.findOver(DOOR, held.name) !== undefined) return over;
      if (error.code === "VALIDATION_ERROR") return refused("input_validation", error.message);
      throw error;
    }
  }

  #finish(held: HeldSession): void {
    this.#held.finish(held, { reason: OVER });
    const over = this.#held.findOver(DOOR, held.name);
    const kept = this.#kept.get(held);
    if (over !== undefined && kept !== undefined) this.#kept.set(over, { ...kept, calls: kept.calls.slice(-1) });
  }
}

function refused(reason: OrsReason, error: string): OrsCallAnswer {
  return { ok: false, error, reason };
}

function unknownCall(): never {
  const problem = `unknown task_id: none of the session's last ${KEPT_CALLS} calls. Leave it out to make the call`;
  throw new TraceFixError("VALIDATION_ERROR", problem);
}

function unknown(): never {
  throw new TraceFixError("NOT_FOUND", "Active environment not found: POST /create begins an episode in this session");
}
