/** Plain TCP, for what no HTTP or WebSocket client would send. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";

export async function dial(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  // A refused request may be answered by a reset connection: that is an answer too.
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

export interface Heard {
  readonly bytes: Buffer;
  /** The server cut the connection off instead of closing it. */
  readonly reset: boolean;
}

export interface ExchangeOptions {
  /** Closes our end as soon as everything is sent, so that the server need not wait for more. */
  readonly hangUp?: boolean;
  /** Closes our end as soon as this holds for what was heard. */
  readonly until?: (heard: Buffer) => boolean;
}

/** Sends the parts, each once the one before has left, then listens until the connection is closed. */
export async function exchange(
  port: number,
  parts: readonly (string | Uint8Array)[],
  { hangUp = false, until }: ExchangeOptions = {},
): Promise<Heard> {
  const socket = await dial(port);
  const closed = once(socket, "close");
  const chunks: Buffer[] = [];
  let reset = false;
  socket.on("error", () => {
    reset = true;
  });
  socket.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    if (until?.(Buffer.concat(chunks))) socket.end();
  });
  for (const part of parts) {
    if (!socket.writable) break;
    await new Promise<void>((resolve) => {
      socket.write(part, () => resolve());
    });
  }
  if (hangUp) socket.end();
  await closed;
  return { bytes: Buffer.concat(chunks), reset };
}

/** The status of each HTTP answer in what was heard, in order. */
export function statuses({ bytes }: Heard): number[] {
  return [...bytes.toString("latin1").matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

/** Asks for a WebSocket; headers may be replaced or, by null, left out. */
export function handshake(changes: Readonly<Record<string, string | null>> = {}, line = "GET /ws HTTP/1.1"): string {
  const headers: Record<string, string | null> = {
    Host: "localhost",
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
    ...changes,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return `${[line, ...lines].join("\r\n")}\r\n\r\n`;
}

export interface FrameOptions {
  /** The first byte: final bit, reserved bits, opcode. Default: a whole text. */
  readonly first?: number;
  readonly masked?: boolean;
  /** The length that the frame claims, if not its own. */
  readonly claim?: bigint;
}

/** One WebSocket frame, as wrong as asked for. */
export function frame(payload: Uint8Array, { first = 0x81, masked = true, claim }: FrameOptions = {}): Buffer {
  const length = claim ?? BigInt(payload.length);
  const maskBit = masked ? 0x80 : 0;
  const head =
    length < 126n
      ? Buffer.from([first, maskBit | Number(length)])
      : Buffer.concat([Buffer.from([first, maskBit | 127]), uint64(length)]);
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([head, masked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
}

function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

/** What the server sent after its handshake: texts, and the code of its goodbye. */
export function readFrames(bytes: Buffer): { readonly texts: readonly string[]; readonly code: number | null } {
  const start = bytes.indexOf("\r\n\r\n");
  const texts: string[] = [];
  let at = start === -1 ? bytes.length : start + 4;
  while (at + 2 <= bytes.length) {
    const opcode = (bytes[at] ?? 0) & 15;
    const short = (bytes[at + 1] ?? 0) & 127;
    const size = short === 126 ? bytes.readUInt16BE(at + 2) : short;
    at += short === 126 ? 4 : 2;
    const payload = bytes.subarray(at, at + size);
    at += size;
    if (opcode === 8) return { texts, code: payload.length >= 2 ? payload.readUInt16BE(0) : null };
    texts.push(payload.toString());
  }
  return { texts, code: null };
}

/** Whether the server has said goodbye. */
export function saidGoodbye(bytes: Buffer): boolean {
  return readFrames(bytes).code !== null;
}
