/** Server-sent events out of a stream of text that comes in pieces, for who cannot have the browser read them. */

export interface SentEvent {
  readonly name: string;
  readonly data: string;
  /** Null where it has none. */
  readonly id: string | null;
}

export class EventText {
  #rest = "";

  /** Takes a piece, and gives the events that are whole by now. */
  feed(piece: string): SentEvent[] {
    const blocks = (this.#rest + piece).split("\n\n");
    this.#rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => eventOf(block) ?? []);
  }
}

/** Null for a block that is none, such as one that only keeps the line open. */
function eventOf(block: string): SentEvent | null {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const [, name, value] = /^(event|data|id): ?(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const before = fields.get(name);
    fields.set(name, before === undefined || name !== "data" ? value : `${before}\n${value}`);
  }
  const data = fields.get("data");
  return data === undefined ? null : { name: fields.get("event") ?? "message", data, id: fields.get("id") ?? null };
}
