/** Episodes of the Open Reward Standard: held by the name that their requests carry, one episode a session. */
import { randomUUID } from "node:crypto";
import { BoundedMap } from "../../ground/bounded-map.ts";
import { type OrsCallAnswer, type ResetRequest, TraceFixError } from "../../protocol/protocol.ts";
import type { HeldSession } from "../../sessions/held-session.ts";
import type { HeldSessions } from "../../sessions/held-sessions.ts";
import type { Newcomer } from "../../sessions/session-registry.ts";
import { callAfterEnd } from "../../words/tool-words.ts";
import { type ToolCall, Tools, UnknownToolError } from "../mcp/call-tool.ts";
import { eventOf, type NamedCall } from "./call-stream.ts";

const DOOR = "ors";
const OVER = new TraceFixError("EXECUTION_ERROR", "The episode of this session is over");

/** What is kept of a session beside its episode. */
interface Kept {
  readonly prompt: string;
  /** The last calls, so that an answer that was lost on its way is told again. */
  readonly calls: NamedCall[];
}
/** A session is one episode, which `create` begins. */
const CALLING = { beginsEpisodes: false, actionsOnly: true } as const;
/** Calls of a session whose answers are kept. */
const KEPT_CALLS = 4;

export interface OrsEpisodesOptions {
  /** Sessions of which something is kept once they are over. */
  readonly most: number;
  /** Told of what breaks of ours, which its caller is not. */
  readonly onBroken: (error: unknown) => void;
}

export class OrsEpisodes {
  readonly #held: HeldSessions;
  readonly #onBroken: (error: unknown) => void;
  readonly #live = new WeakMap<HeldSession, Kept>();
  readonly #over: BoundedMap<string, Kept>;
  /** Whose episodes their callers choose, but not those who call the tools. */
  readonly #tools = new Tools("drawn");

  constructor(held: HeldSessions, { most, onBroken }: OrsEpisodesOptions) {
    this.#held = held;
    this.#onBroken = onBroken;
    this.#over = new BoundedMap({ max: most });
  }

  /** Begins the session's one episode. @throws TraceFixError where the name is taken, or the reset cannot be had */
  async create(name: string, request: ResetRequest, newcomer: Newcomer): Promise<void> {
    if (this.#held.find(DOOR, name) !== undefined || this.#held.findOver(DOOR, name) !== undefined) {
      throw new TraceFixError("VALIDATION_ERROR", "Session already exists: begin another, or delete this one");
    }
    const held = this.#held.hold({ door: DOOR, name, owner: null }, newcomer);
    try {
      const { observation } = await held.session.reset({ observation: "lean", ...request, prompt: "tools" });
      const { metadata, text = "" } = observation;
      const prompt = "system_prompt" in metadata ? metadata.system_prompt : "";
      this.#live.set(held, { prompt: text === "" ? prompt : `${prompt}\n\n${text}`, calls: [] });
    } catch (error) {
      this.#held.end(held);
      throw error;
    }
  }

  /** The rules, the task and the code. @throws TraceFixError NOT_FOUND */
  prompt(name: string): string {
    return this.#kept(name).prompt;
  }

  /** Keeps a session from falling idle. @throws TraceFixError NOT_FOUND */
  ping(name: string): void {
    if (this.#held.find(DOOR, name) === undefined && this.#held.findOver(DOOR, name) === undefined) unknown();
  }

  /** Frees its place; harmless when repeated. */
  close(name: string): void {
    const held = this.#held.find(DOOR, name);
    if (held !== undefined) this.#held.end(held);
    this.#held.forget(DOOR, name);
    this.#over.delete(name);
  }

  /** @throws TraceFixError NOT_FOUND */
  #kept(name: string): Kept {
    const held = this.#held.find(DOOR, name);
    if (held !== undefined) return this.#live.get(held) ?? unknown();
    if (this.#held.findOver(DOOR, name) === undefined) unknown();
    return this.#over.get(name) ?? { prompt: "", calls: [] };
  }

  /**
   * Makes a call, or tells of the last one again.
   * @param id of a call whose answer was lost; null for a new one
   * @throws TraceFixError NOT_FOUND; VALIDATION_ERROR for an id of none of the last calls
   */
  call(name: string, call: ToolCall, id: string | null): NamedCall {
    const { calls } = this.#kept(name);
    if (id !== null) return calls.find((made) => made.id === id) ?? unknownCall();
    const made = { id: randomUUID(), events: this.#eventsOf(this.#held.find(DOOR, name), call) };
    calls.push(made);
    if (calls.length > KEPT_CALLS) calls.shift();
    return made;
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

  #finish(held: HeldSession): void {
    const kept = this.#live.get(held);
    if (kept !== undefined) this.#over.set(held.name, { ...kept, calls: kept.calls.slice(-1) });
    this.#held.finish(held, { reason: OVER });
  }

  async #answer(held: HeldSession | undefined, call: ToolCall): Promise<OrsCallAnswer> {
    const over = {
      ok: false,
      error: callAfterEnd(call.name, { mayBeginAnother: false }),
      reason: "episode_finished",
    } as const;
    if (held === undefined) return over;
    const { session } = held;
    try {
      const { text, observation, reward, done } = await this.#tools.call(session, call, CALLING);
      if (done) this.#finish(held);
      const { metadata } = observation;
      return { ok: true, output: { blocks: [{ text, detail: null, type: "text" }], metadata, reward, finished: done } };
    } catch (error) {
      if (error instanceof UnknownToolError) return { ok: false, error: error.message, reason: "not_found" };
      if (!(error instanceof TraceFixError)) throw error;
      if (session.snapshot.done || error === OVER) return over;
      if (error.code !== "VALIDATION_ERROR") throw error;
      return { ok: false, error: error.message, reason: "input_validation" };
    }
  }
}

function unknownCall(): never {
  throw new TraceFixError(
    "VALIDATION_ERROR",
    `unknown task_id: it is of none of the session's last ${KEPT_CALLS} calls. Leave it out to make the call`,
  );
}

function unknown(): never {
  throw new TraceFixError("NOT_FOUND", "Active environment not found: POST /create begins an episode in this session");
}
