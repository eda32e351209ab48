/**
 * Server-sent events that go on after any break. A browser comes back by itself to a server that it cannot reach, but gives
 * up for good at an answer that is no stream, such as a proxy's 502 while the server restarts.
 */
import { heldToken, noticeRefusal } from "../access.ts";
import { serverUrl } from "../api.ts";
import { type Listener, readEvents } from "./read-events.ts";

/** As long as browsers wait by themselves. */
const AGAIN_MS = 3000;

/** @returns what ends it */
export function listenTo(path: string, listener: Listener): () => void {
  if (heldToken.value !== null) return readEvents(path, listener);
  const { on, onOpen, onLost, onRefused } = listener;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ending = new AbortController();
  const open = (): void => {
    source = new EventSource(serverUrl(path));
    for (const [name, take] of Object.entries(on)) {
      source.addEventListener(name, ({ data }) => take(JSON.parse(String(data))));
    }
    source.onopen = () => onOpen?.();
    source.onerror = () => (source?.readyState === EventSource.CLOSED ? void ask() : onLost());
  };
  const ask = async (): Promise<void> => {
    const status = await statusOf(path);
    if (ending.signal.aborted) return;
    if (status !== null && status >= 400 && status < 500) {
      noticeRefusal(status);
      return onRefused();
    }
    onLost();
    timer = setTimeout(open, AGAIN_MS);
  };
  open();
  return () => {
    ending.abort();
    clearTimeout(timer);
    source?.close();
  };
}

/** @returns null where nothing answers; a stream that begins is left at once */
async function statusOf(path: string): Promise<number | null> {
  const leaving = new AbortController();
  try {
    return (await fetch(serverUrl(path), { signal: leaving.signal })).status;
  } catch {
    return null;
  } finally {
    leaving.abort();
  }
}
