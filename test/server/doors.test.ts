/** Who may come in: every door against every kind of caller, with the server bound in different ways. */
import { once } from "node:events";
import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import { connect as connectTcp } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { ALL, BOUND, type Bound, CALLERS, type Caller, DOORS, SOCKETS } from "./door-tables.ts";
import { type House, openHouse } from "./harness.ts";

function sentBy({ headers }: Caller, { url }: House): OutgoingHttpHeaders {
  const here = new URL(url).host;
  const put = (value: unknown) => String(value).replace("HERE", here);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, put(value)]));
}

/** `fetch` would not send a `Host` of our own. */
async function ask(house: House, method: string, path: string, { headers, body }: Asked = {}) {
  const sent = httpRequest(`${house.url}${path}`, { method, headers: headers ?? {}, agent: false });
  sent.end(body);
  const [answer] = await once(sent, "response");
  let text = "";
  for await (const chunk of answer) text += String(chunk);
  return { status: Number(answer.statusCode), text };
}

interface Asked {
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** 101, or the status of the refusal with its body. */
async function knock(house: House, path: string, headers: OutgoingHttpHeaders) {
  const socket = new WebSocket(`${house.url.replace("http", "ws")}${path}`, { headers });
  socket.on("error", () => undefined);
  return new Promise<{ readonly status: number; readonly text: string }>((resolve) => {
    socket.on("open", () => {
      socket.terminate();
      resolve({ status: 101, text: "" });
    });
    socket.on("unexpected-response", async (_request, answer) => {
      let text = "";
      for await (const chunk of answer) text += String(chunk);
      resolve({ status: answer.statusCode ?? 0, text });
    });
  });
}

const open = (bound: Bound) => openHouse({ settings: { ...BOUND[bound], WATCH: "on", RUNS_DIR: "/nowhere" } });
const bodyOf = (method: string): Asked =>
  method === "POST" ? { headers: { "content-type": "application/json" }, body: "{}" } : {};

describe.each(ALL)("a server bound %s", (bound) => {
  test("lets in at every route whom it should, and refuses the others with 403 and a reason", async () => {
    const house = await open(bound);
    const wrong: string[] = [];
    for (const [method, path] of DOORS) {
      for (const caller of CALLERS) {
        const { headers, body } = bodyOf(method);
        const asked = { headers: { ...headers, ...sentBy(caller, house) }, ...(body !== undefined && { body }) };
        const { status, text } = await ask(house, method, path, asked);
        const isRefused = status === 403 && text.includes("Cannot serve") && text.includes('"code":"FORBIDDEN"');
        if (isRefused === caller.at.includes(bound))
          wrong.push(`${method} ${path} by ${caller.who}: ${status} ${text}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("lets in at every socket whom it should, and refuses the others before the upgrade", async () => {
    const house = await open(bound);
    const wrong: string[] = [];
    for (const path of SOCKETS) {
      for (const caller of CALLERS) {
        // A browser navigates to no socket.
        if (caller.headers["sec-fetch-mode"] === "navigate") continue;
        const { status, text } = await knock(house, path, sentBy(caller, house));
        const isRefused = status === 403 && text.includes("Cannot serve");
        if (isRefused === caller.at.includes(bound) || (!isRefused && status !== 101)) {
          wrong.push(`${path} by ${caller.who}: ${status} ${text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(house.registry.counts.failures).toBe(0);
  });
});

test("every route that is described is among those tried", async () => {
  const house = await open("to loopback");
  const { text } = await ask(house, "GET", "/openapi.json");
  const described: { paths: Record<string, object> } = JSON.parse(text);
  const tried = DOORS.map(([method, path]) => `${method.toLowerCase()} ${path.replace("/tracefix_rl/", "/{env}/")}`);
  for (const [path, methods] of Object.entries(described.paths)) {
    for (const method of Object.keys(methods)) expect(tried).toContain(`${method} ${path}`);
  }
});

describe("a change of state", () => {
  const CHANGES = DOORS.filter(([method]) => method === "POST");
  const BROWSERS: readonly OutgoingHttpHeaders[] = [{ origin: "http://HERE" }, { "sec-fetch-site": "same-origin" }];
  const BODIES: readonly (readonly [what: string, asked: Asked, status: number])[] = [
    ["no body and no type", {}, 415],
    ["an object without a type", { body: "{}" }, 415],
    ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "a=1" }, 415],
    ["plain text that is JSON", { headers: { "content-type": "text/plain" }, body: "{}" }, 415],
    ["a type that only looks like JSON's", { headers: { "content-type": "application/json5" }, body: "{}" }, 415],
    ["JSON without a body", { headers: { "content-type": "application/json" } }, 422],
    ["JSON of no bytes", { headers: { "content-type": "application/json", "content-length": "0" } }, 422],
  ];

  test("is taken from a browser as JSON alone, at every route", async () => {
    const house = await open("to loopback");
    const here = new URL(house.url).host;
    const wrong: string[] = [];
    for (const [method, path] of CHANGES) {
      for (const browser of BROWSERS) {
        const mark = Object.fromEntries(Object.entries(browser).map(([k, v]) => [k, String(v).replace("HERE", here)]));
        for (const [what, { headers, body }, expected] of BODIES) {
          const asked = { headers: { ...headers, ...mark }, ...(body !== undefined && { body }) };
          const { status, text } = await ask(house, method, path, asked);
          const isRefused = status === expected && text.includes("from a browser");
          if (!isRefused) wrong.push(`${method} ${path} with ${what}: ${status} ${text}`);
        }
        const headers = { ...mark, "content-type": "application/json; charset=utf-8" };
        const { text } = await ask(house, method, path, { headers, body: "{}" });
        if (text.includes("from a browser")) wrong.push(`${method} ${path} with JSON: ${text}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(house.stage.requests).toHaveLength(CHANGES.filter(([, path]) => path.endsWith("/reset")).length * 2);
  });

  test("is taken from a program as OpenEnv's clients send it: a reset without a type, and without a body", async () => {
    const house = await open("to loopback");
    for (const path of ["/reset", "/web/reset"]) {
      for (const asked of [
        {},
        { body: "{}" },
        { headers: { "content-length": "0" } },
        { headers: { "content-type": "application/json" } },
      ]) {
        expect(await ask(house, "POST", path, asked)).toMatchObject({ status: 200 });
      }
    }
    const created = await ask(house, "POST", "/mcp", {
      body: '{"jsonrpc":"2.0","id":1,"method":"openenv/session/create"}',
    });
    expect(created).toMatchObject({ status: 200, text: expect.stringContaining("session_id") });
  });

  test("by a form of another site is refused, whatever its browser leaves out", async () => {
    const house = await open("to all addresses");
    const headers = {
      "sec-fetch-site": "cross-site",
      "sec-fetch-mode": "navigate",
      "content-type": "application/json",
    };
    for (const [method, path] of CHANGES) {
      expect(await ask(house, method, path, { headers, body: "{}" })).toMatchObject({ status: 403 });
    }
  });
});

test("who follows a link from another site, or sees the page in a frame, may come in", async () => {
  const house = await open("in a Space");
  for (const dest of ["document", "iframe"]) {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": dest };
    expect(await ask(house, "GET", "/", { headers })).toMatchObject({ status: 307 });
  }
});

test("a request of HTTP/1.0 without a host is a program's", async () => {
  const { url } = await open("to loopback");
  const socket = connectTcp({ port: Number(new URL(url).port), host: "127.0.0.1" });
  socket.end("GET /health HTTP/1.0\r\n\r\n");
  const [answer] = await once(socket, "data");
  expect(String(answer)).toContain(" 200 ");
});

test("a server of all addresses that names hosts still answers to each of its own", async () => {
  const house = await open("to all addresses, a host and a page named");
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const [address] = own.filter(({ family, internal }) => family === "IPv4" && !internal).map((each) => each.address);
  if (address === undefined) return;
  const answer = await fetch(`http://${address}:${new URL(house.url).port}/health`);
  expect(answer.status).toBe(200);
});
