/** What a call comes to as server-sent events: its name at once, signs of life while it runs, its answer, and the end. */
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";

const BEAT_MS = 10_000;

export interface NamedCall {
  readonly id: string;
  /** Never rejects: what went wrong is an event, too. */
  readonly events: Promise<string>;
}

/** One event. Data of one line. */
export function eventOf(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}

export function callStream(call: NamedCall): Readable {
  return Readable.from(eventsOf(call));
}

/** A client that hears nothing for half a minute takes the call for lost. */
async function* eventsOf({ id, events }: NamedCall): AsyncGenerator<string> {
  yield eventOf("task_id", id);
  const waiting = new AbortController();
  const beat = () => delay(BEAT_MS, null, { ref: false, signal: waiting.signal }).catch(() => null);
  try {
    let told = await Promise.race([events, beat()]);
    while (told === null) {
      yield ": still here\n\n";
      told = await Promise.race([events, beat()]);
    }
    yield told;
  } finally {
    waiting.abort();
  }
}
