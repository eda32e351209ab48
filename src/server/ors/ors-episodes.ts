/** Episodes of the Open Reward Standard: held by the name that their requests carry, one episode a session. */
import { randomUUID } from "node:crypto";
import { BoundedMap } from "../../ground/bounded-map.ts";
import { type OrsCallAnswer, type ResetRequest, TraceFixError } from "../../protocol/protocol.ts";
import type { HeldSession, HeldSessions } from "../../sessions/held-sessions.ts";
import type { Newcomer } from "../../sessions/session-registry.ts";
import { callAfterEnd } from "../../words/tool-words.ts";
import { type ToolCall, Tools, UnknownToolError } from "../mcp/call-tool.ts";
import { eventOf, type NamedCall } from "./call-stream.ts";

const DOOR = "ors";
const OVER = new TraceFixError("EXECUTION_ERROR", "The episode of this session is over");

/** What is kept of a session beside its episode. */
interface Kept {
  readonly prompt: string;
  /** The last call, so that an answer that was lost on its way is told again. */
  last: NamedCall | null;
}

export interface OrsEpisodesOptions {
  /** Sessions of which something is kept: those that may live, and as many that are over. */
  readonly most: number;
  /** Told of what breaks of ours, which its caller is not. */
  readonly onBroken: (error: unknown) => void;
}

export class OrsEpisodes {
  readonly #held: HeldSessions;
  readonly #onBroken: (error: unknown) => void;
  readonly #kept: BoundedMap<string, Kept>;
  /** Whose episodes their callers choose, but not those who call the tools. */
  readonly #tools = new Tools("drawn");

  constructor(held: HeldSessions, { most, onBroken }: OrsEpisodesOptions) {
    this.#held = held;
    this.#onBroken = onBroken;
    this.#kept = new BoundedMap({ max: most });
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
      this.#kept.set(name, { prompt: text === "" ? prompt : `${prompt}\n\n${text}`, last: null });
    } catch (error) {
      this.#held.end(held);
      throw error;
    }
  }

  /** The rules, the task and the code. @throws TraceFixError NOT_FOUND */
  prompt(name: string): string {
    this.ping(name);
    return this.#kept.get(name)?.prompt ?? unknown();
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
    this.#kept.delete(name);
  }

  /**
   * Makes a call, or tells of the last one again.
   * @param id of a call whose answer was lost; null for a new one
   * @throws TraceFixError NOT_FOUND
   */
  call(name: string, call: ToolCall, id: string | null): NamedCall {
    this.ping(name);
    const kept = this.#kept.get(name) ?? unknown();
    if (kept.last !== null && id === kept.last.id) return kept.last;
    const made = { id: randomUUID(), events: this.#eventsOf(this.#held.find(DOOR, name), call) };
    kept.last = made;
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

  async #answer(held: HeldSession | undefined, call: ToolCall): Promise<OrsCallAnswer> {
    const over = {
      ok: false,
      error: callAfterEnd(call.name, { mayBeginAnother: false }),
      reason: "episode_finished",
    } as const;
    if (held === undefined) return over;
    const { session } = held;
    try {
      const { text, observation, reward, done } = await this.#tools.call(session, call, { beginsEpisodes: false });
      if (done) this.#held.finish(held, OVER);
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

function unknown(): never {
  throw new TraceFixError("NOT_FOUND", "Active environment not found: POST /create begins an episode in this session");
}
