/** Server-sent events of a server that asks for a token: the browser's own reader can send none. */
import { noticeRefusal, withToken } from "../access.ts";
import { serverUrl } from "../api.ts";
import { EventText } from "../logic/event-text.ts";

export interface Listener {
  /** By the event's name; each is given the event's data, parsed. */
  readonly on: Readonly<Record<string, (data: unknown) => void>>;
  readonly onOpen?: () => void;
  /** The connection is lost, and is being tried again. */
  readonly onLost: () => void;
  /** The server says that there is nothing there. */
  readonly onRefused: () => void;
}

const AGAIN_MS = 3000;

/** As `listenTo`. @returns what ends it */
export function readEvents(path: string, listener: Listener): () => void {
  const ending = new AbortController();
  void follow(path, listener, ending.signal);
  return () => ending.abort();
}

async function follow(path: string, { on, onOpen, onLost, onRefused }: Listener, signal: AbortSignal): Promise<void> {
  let seen: string | null = null;
  while (!signal.aborted) {
    try {
      const headers = withToken(seen === null ? {} : { "last-event-id": seen });
      const { status, body } = await fetch(serverUrl(path), { headers, signal });
      if (status >= 400 && status < 500) {
        noticeRefusal(status);
        return onRefused();
      }
      if (status === 200 && body !== null) {
        onOpen?.();
        const events = new EventText();
        const reader = body.pipeThrough(new TextDecoderStream()).getReader();
        for (let piece = await reader.read(); !piece.done && !signal.aborted; piece = await reader.read()) {
          for (const { name, data, id } of events.feed(piece.value)) {
            if (signal.aborted) return;
            seen = id ?? seen;
            on[name]?.(JSON.parse(data));
          }
        }
      }
    } catch {
      // It is tried again below, unless nobody wants it any more.
    }
    if (signal.aborted) return;
    onLost();
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
