/** Requests in forms that no client of ours sends: two hosts, a host in the first line, a wish for another protocol. */
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { type House, openHouse } from "./harness.ts";

/** Sends bytes as they are. @returns all that comes until the server closes */
function send({ url }: House, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (data) => {
      answer += String(data);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(answer));
    socket.write(text);
  });
}

const get = (lines: readonly string[], target = "/state") =>
  [`GET ${target} HTTP/1.1`, ...lines, "Connection: close", "", ""].join("\r\n");
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe("a request that names its host", () => {
  const OPEN = { settings: { HOST: "0.0.0.0" } };

  test.each([
    ["twice, differently", get(["Host: localhost", "Host: evil.example"])],
    ["twice, the stranger's first", get(["Host: evil.example", "Host: localhost"])],
    ["in its first line, and another in the header", get(["Host: localhost"], "http://evil.example/state")],
    ["with a user in its first line", get(["Host: localhost"], "http://localhost@evil.example/state")],
  ])("%s is refused, because others may take the other one for it", async (_, text) => {
    const answer = await send(await openHouse(OPEN), text);
    expect(statusOf(answer)).toBe(400);
    expect(answer).toContain("Cannot tell which host is called");
  });

  test("twice at a socket is refused before the upgrade", async () => {
    const upgrade = ["Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="];
    const lines = ["GET /ws HTTP/1.1", "Host: localhost", "Host: evil.example", "Connection: Upgrade", ...upgrade];
    expect(statusOf(await send(await openHouse(OPEN), `${lines.join("\r\n")}\r\n\r\n`))).toBe(400);
  });

  test("twice alike, or in its first line as in the header, is served", async () => {
    const house = await openHouse(OPEN);
    for (const text of [
      get(["Host: localhost", "Host: LOCALHOST"]),
      get(["Host: localhost:80"], "http://localhost:80/state"),
    ]) {
      expect(statusOf(await send(house, text))).toBe(200);
    }
  });
});

describe("an origin that no page has", () => {
  test.each(["ftp://localhost", "ws://localhost", "chrome-extension://localhost", "file://", ""])(
    "%j is a stranger's, though it names this machine",
    async (origin) => {
      const answer = await send(await openHouse(), get(["Host: 127.0.0.1", `Origin: ${origin}`]));
      expect(statusOf(answer)).toBe(403);
    },
  );
});

describe("a wish for another protocol than WebSocket", () => {
  const WISH = ["Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA"];
  const wish = (first: string, lines: readonly string[], body = "") =>
    [first, "Host: localhost", ...WISH, ...lines, "", body].join("\r\n");
  const CLOSING = "Connection: close, Upgrade, HTTP2-Settings";

  test("is ignored, and the request served", async () => {
    const house = await openHouse();
    expect(await send(house, wish("GET /health HTTP/1.1", [CLOSING]))).toMatch(/^HTTP\/1\.1 200 [\s\S]*healthy/);
    const body = '{"episode_id":"mine"}';
    const lines = [CLOSING, "Content-Type: application/json", `Content-Length: ${body.length}`];
    expect(await send(house, wish("POST /reset HTTP/1.1", lines, body))).toMatch(/^HTTP\/1\.1 200 [\s\S]*"mine"/);
  });

  test("leaves the connection open for what comes next, and counted once", async () => {
    const house = await openHouse();
    const next = get(["Host: localhost"], "/metrics");
    const answers = await send(house, wish("GET /health HTTP/1.1", ["Connection: Upgrade, HTTP2-Settings"]) + next);
    expect(answers.match(/HTTP\/1\.1 200 /g)).toHaveLength(2);
    expect(answers).toContain("tracefix_connections_active 1\n");
  });

  test("opens no door that is shut", async () => {
    const house = await openHouse();
    const answer = await send(house, wish("GET /state HTTP/1.1", [CLOSING, "Origin: https://evil.example"]));
    expect(statusOf(answer)).toBe(403);
  });
});
