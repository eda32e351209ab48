/** Bodies and messages that are too large, compressed, or too deep. */
import { once } from "node:events";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { type Check, type CheckGroup, HARMLESS, harm, type Target } from "../check.ts";
import { ask, knock } from "./ask.ts";

const DOORS = ["POST /reset", "POST /step", "POST /mcp", "POST /web/step", "POST /api/play"];
const MEGABYTES = 4;
const JSON_TYPE = { "content-type": "application/json" };

const refusedBy = (name: string, body: () => string | Buffer, headers: Readonly<Record<string, string>>) =>
  DOORS.map(
    (door): Check => ({
      name: `${name} is taken at ${door}`,
      try: async (target: Target) => {
        try {
          const { status, text } = await ask(target, door, { headers: { ...JSON_TYPE, ...headers }, body: body() });
          // JSON-RPC says in the body what is wrong.
          if (door === "POST /mcp" && status === 200 && /"error":/.test(text)) return HARMLESS;
          if (status < 400) return harm(`it is answered with ${status}`);
          return status >= 500 ? harm(`it breaks something: ${status}`) : HARMLESS;
        } catch (error) {
          // It hung up in the middle of the body, which is a refusal.
          if (error instanceof Error && /reset|hang up|EPIPE|closed/i.test(error.message)) return HARMLESS;
          throw error;
        }
      },
    }),
  );

const large = `{"task_name":"${"x".repeat(MEGABYTES << 20)}"}`;
const bomb = Buffer.alloc(64 << 20, 32);
const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;

const MESSAGES: Readonly<Record<string, string>> = {
  [`a message of ${MEGABYTES} MiB`]: JSON.stringify({
    type: "reset",
    data: { task_name: "x".repeat(MEGABYTES << 20) },
  }),
  "a message nested two hundred thousand deep": deep,
};

const messages: readonly Check[] = ["/ws", "/mcp"].flatMap((path) =>
  Object.entries(MESSAGES).map(([name, message]) => ({
    name: `${name} is taken at the socket ${path}`,
    try: async (target: Target) => {
      const socket = await knock(target, path);
      if (typeof socket === "string") return harm(`the socket does not open: ${socket}`);
      const ended = Promise.race([once(socket, "message").then(([data]) => String(data)), once(socket, "close")]);
      socket.send(message);
      const said = await ended;
      socket.terminate();
      return typeof said === "string" && !/error/i.test(said) ? harm(`it is answered: ${said.slice(0, 80)}`) : HARMLESS;
    },
  })),
);

const PIECES = 200_000;

/** Each piece costs the one who keeps it more than its one byte. */
const pieces: Check = {
  name: `a body in ${PIECES} pieces is taken`,
  try: async (target) => {
    const url = new URL(`${target.http}/reset`);
    const send = url.protocol === "https:" ? secureRequest : plainRequest;
    const sent = send(url, { method: "POST", agent: false, headers: { "content-type": "application/json" } });
    const answered = new Promise<number>((resolve) => {
      sent.on("response", (answer) => resolve(answer.resume().statusCode ?? 0)).on("error", () => resolve(0));
      sent.on("close", () => resolve(0));
    });
    sent.write("{");
    // Without these the body would be put together on its way.
    sent.setNoDelay(true);
    for (let at = 0; at < PIECES; at += 1) sent.write(" ");
    sent.end("}");
    const status = await answered;
    return status !== 0 && status < 400 ? harm(`it is answered with ${status}`) : HARMLESS;
  },
};

export const SIZES: CheckGroup = {
  title: "bodies too large, compressed or too deep",
  checks: [
    ...refusedBy(`a body of ${MEGABYTES} MiB`, () => large, {}),
    ...refusedBy("a gzip body that unpacks to 64 MiB", () => gzipSync(bomb), { "content-encoding": "gzip" }),
    ...refusedBy("a deflate body", () => deflateSync(Buffer.from("{}")), { "content-encoding": "deflate" }),
    ...refusedBy("a brotli body", () => brotliCompressSync(Buffer.from("{}")), { "content-encoding": "br" }),
    ...refusedBy("a body nested two hundred thousand deep", () => deep, {}),
    ...messages,
    pieces,
  ],
};
