/** A client that asks and asks and does not read: nothing is done for it until it reads, and then everything is. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { startServer } from "../support/server-process.ts";

const STEPS = 400;
/** A quarter of a megabyte in each answer: sockets hold a few of them. */
const LARGE = {
  action_type: "REPLACE_LINES",
  start_line: 1,
  end_line: 0,
  new_code_block: `# ${"x".repeat(60_000)}`,
};

test("a client that does not read has one answer waiting, and gets all of them in their order when it reads", async () => {
  await using server = await startServer({ WORKERS: "1", SESSION_IDLE_SECONDS: "600", PING_SECONDS: "200" });
  let raw: Socket | undefined;
  const client = new WebSocket(`ws://127.0.0.1:${server.port}/ws`, {
    createConnection: () => {
      raw = connect(server.port, "127.0.0.1");
      return raw;
    },
  });
  await once(client, "open");
  const ask = (type: string, data: unknown, request_id: string) =>
    client.send(JSON.stringify({ type, data, request_id }));
  ask("reset", { max_steps: 1000 }, "reset");
  await once(client, "message");
  ask("step", LARGE, "edit");
  await once(client, "message");

  raw?.pause();
  for (let step = 0; step < STEPS; step += 1) ask("step", { action_type: "VIEW_CODE" }, `${step}`);
  const taken = await settledFigure(server.port, "tracefix_steps_total");
  expect(taken).toBeGreaterThan(1);
  expect(taken).toBeLessThan(STEPS / 2);

  const answered: string[] = [];
  const all = new Promise<void>((resolve) => {
    client.on("message", (data) => {
      answered.push(JSON.parse(String(data)).request_id);
      if (answered.length === STEPS) resolve();
    });
  });
  raw?.resume();
  await all;
  expect(answered).toEqual(Array.from({ length: STEPS }, (_, step) => `${step}`));
  client.close();
  await once(client, "close");
}, 120_000);

/** A counter once it has stood still over many scrapes: everything that could be done has been. */
async function settledFigure(port: number, name: string): Promise<number> {
  let [last, still] = [Number.NaN, 0];
  while (still < 50) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const now = Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return last;
}
