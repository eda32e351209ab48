/** The name of a request comes back at every door, whatever becomes of the request, and stands once in the log. */
import { once } from "node:events";
import { connect as connectTcp } from "node:net";
import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, onTestFinished, test } from "vitest";
import { openHouse } from "./harness.ts";

const NAME = "trainer-7";
const DRAWN = /^x-request-id: [0-9a-f-]{36}\r$/m;
const GIVEN = /^x-request-id: trainer-7\r$/m;
const UPGRADE = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="];
const WISH = [...UPGRADE, "Sec-WebSocket-Version: 13"];

/** The head of what the server answers to some bytes. */
async function answerTo(url: string, lines: readonly string[]): Promise<string> {
  const socket = connectTcp(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  const [chunk] = await once(socket, "data");
  return `${String(chunk).split("\r\n\r\n")[0]}\r\n`;
}

function heldLog() {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const named = () => lines.filter((line) => JSON.parse(line).msg === "request");
  return { log: pino({ base: null }, sink), named };
}

describe("a request's name comes back", () => {
  test.each([
    ["from an unknown path that asks for a socket", 404, "/nope", WISH],
    ["from a stranger's page that asks for a socket", 403, "/ws", [...WISH, "Origin: https://evil.example"]],
    ["from a request for a socket without a version", 400, "/ws", UPGRADE],
    ["from an address that is none", 400, "/%zz", []],
    ["from a request without a host", 400, "/health", null],
    ["from a request that expects what the server does not do", 417, "/health", ["Expect: wonders"]],
    ["from a granted socket", 101, "/ws", WISH],
  ])("%s", async (_, status, path, headers) => {
    const { log, named } = heldLog();
    const { url } = await openHouse({ log });
    const host = headers === null ? [] : ["Host: 127.0.0.1"];
    const answer = await answerTo(url, [`GET ${path} HTTP/1.1`, ...host, `X-Request-Id: ${NAME}`, ...(headers ?? [])]);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(GIVEN);
    await expect.poll(named).toHaveLength(1);
    const [line = ""] = named();
    expect(JSON.parse(line)).toMatchObject({ request_id: NAME, method: "GET", status });
    expect(line.split(NAME)).toHaveLength(2);
  });

  test("drawn, from bytes that are no request", async () => {
    const { url } = await openHouse();
    expect(await answerTo(url, ["NONSENSE"])).toMatch(DRAWN);
  });

  test("from a server that stops, with the time to try again", async () => {
    const { url, server, connect, stage } = await openHouse();
    const client = await connect();
    await client.reset();
    client.send({ type: "step", data: { action_type: "HANG" } });
    await stage.until(({ hanging }) => hanging.length === 1);
    const stopped = server.stop();
    const head = ["Host: 127.0.0.1", `X-Request-Id: ${NAME}`];
    const refused = await answerTo(url, ["GET /ws HTTP/1.1", ...head, ...WISH]);
    const unready = await answerTo(url, ["GET /ready HTTP/1.1", ...head]);
    for (const answer of [refused, unready]) {
      expect(answer).toMatch(/^HTTP\/1.1 503 /);
      expect(answer).toMatch(GIVEN);
      expect(answer).toMatch(/^retry-after: 1\r$/m);
    }
    stage.hanging[0]?.finish();
    await stopped;
  });
});
