/** What stands around the routes: names of requests, compressed bodies, readiness, and the API's page behind a proxy. */
import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { openHouse } from "./harness.ts";

const UUID = /^[0-9a-f-]{36}$/;

describe("a request's name", () => {
  test("is given back as it was sent, on success and on failure", async () => {
    const { request } = await openHouse();
    const headers = { "x-request-id": "trainer-7/step:3" };
    for (const path of ["/health", "/nope", "/api/tasks"]) {
      expect((await request("GET", path, { headers })).headers.get("x-request-id")).toBe("trainer-7/step:3");
    }
    const faulty = await request("POST", "/reset", { headers, body: "{" });
    expect([faulty.status, faulty.headers.get("x-request-id")]).toEqual([422, "trainer-7/step:3"]);
  });

  test("is drawn where none was sent, or one that had better not be repeated", async () => {
    const { request } = await openHouse();
    expect((await request("GET", "/health")).headers.get("x-request-id")).toMatch(UUID);
    for (const bad of ["x".repeat(201), "two words", "é"]) {
      const headers = { "x-request-id": bad };
      expect((await request("GET", "/health", { headers })).headers.get("x-request-id")).toMatch(UUID);
    }
  });

  test("stands in the log, with what became of the request", async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const { request, server } = await openHouse({ log: pino({ base: null }, sink) });
    await request("GET", "/state", { headers: { "x-request-id": "seen" } });
    await request("GET", "/health");
    await server.stop();
    const named = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "request");
    expect(named).toMatchObject([{ request_id: "seen", method: "GET", route: "/state", status: expect.any(Number) }]);
  });

  test("comes back with a WebSocket's handshake", async () => {
    const { connect } = await openHouse();
    const client = await connect("/ws", { "x-request-id": "socket-1" });
    expect(client.handshake["x-request-id"]).toBe("socket-1");
  });
});

test.each(["gzip", "br", "deflate", "zstd", "GZIP", "gzip, identity"])(
  "a body in the encoding %s is a 415 that says what to do",
  async (encoding) => {
    const { request } = await openHouse();
    const answer = await request("POST", "/reset", { body: "{}", headers: { "content-encoding": encoding } });
    expect(answer).toMatchObject({ status: 415, body: { detail: expect.stringContaining("send it as it is") } });
  },
);

test("a body that says that it is not encoded is taken", async () => {
  const { request } = await openHouse();
  const headers = { "content-encoding": "identity" };
  expect(await request("POST", "/reset", { body: {}, headers })).toMatchObject({ status: 200 });
});

describe("readiness", () => {
  test("is told apart from health", async () => {
    let obstacle: string | null = null;
    const { request } = await openHouse({ sandboxObstacle: () => obstacle });
    expect(await request("GET", "/ready")).toMatchObject({ status: 200, body: { status: "ready" } });
    obstacle = "no worker of the sandbox has started";
    expect(await request("GET", "/ready")).toMatchObject({
      status: 503,
      body: { status: "not ready", reasons: [obstacle] },
    });
    expect(await request("GET", "/health")).toMatchObject({ status: 200 });
  });

  test("ends when the server is told to stop, which still answers that until what runs is answered", async () => {
    const { request, server, stage, connect } = await openHouse();
    const client = await connect();
    await client.reset();
    client.send({ type: "step", data: { action_type: "HANG" } });
    await request("POST", "/reset");
    const step = request("POST", "/step", { body: { action: { action_type: "HANG" } } });
    await stage.until(({ hanging }) => hanging.length === 2);
    const stopped = server.stop();
    const unready = { status: 503, body: { status: "not ready", reasons: ["the server is stopping"] } };
    expect(await request("GET", "/ready")).toMatchObject(unready);
    await expect(connect()).rejects.toThrow("503");
    stage.hanging[0]?.finish();
    stage.hanging[1]?.finish();
    expect(await step).toMatchObject({ status: 200 });
    await stopped;
    await expect(request("GET", "/ready")).rejects.toThrow("fetch failed");
  });
});

describe("the API's page", () => {
  test.each([
    ["/docs", "docs/"],
    ["/docs?theme=dark", "docs/?theme=dark"],
    ["/docs/static/index.html", "../"],
  ])("leads from %s to %s, whatever prefix a proxy takes away", async (path, location) => {
    const { request } = await openHouse();
    const answer = await request("GET", path);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, location]);
  });

  test("loads nothing by an absolute address, and tries out the server it came from", async () => {
    const { request } = await openHouse();
    const page = String((await request("GET", "/docs/")).body);
    expect(page).toContain('src="./static/');
    expect(page).not.toMatch(/(?:src|href)="\//);
    expect((await request("GET", "/docs/json")).body).toMatchObject({ servers: [{ url: ".." }] });
  });
});
