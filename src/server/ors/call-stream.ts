/** What a call comes to as server-sent events: its name at once, signs of life while it runs, its answer, and the end. */
import { PassThrough, type Readable } from "node:stream";
import { eventOf, SIGN_OF_LIFE } from "../event-text.ts";

/** A client that hears nothing for half a minute takes the call for lost. */
const BEAT_MS = 10_000;

export interface NamedCall {
  readonly id: string;
  /** Never rejects: what went wrong is an event, too. */
  readonly events: Promise<string>;
}

export function callStream({ id, events }: NamedCall): Readable {
  const stream = new PassThrough();
  const beat = setInterval(() => stream.write(SIGN_OF_LIFE), BEAT_MS).unref();
  stream.once("close", () => clearInterval(beat));
  stream.write(eventOf("task_id", id));
  void events.then((told) => stream.destroyed || stream.end(told));
  return stream;
}
