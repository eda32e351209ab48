import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MAX_UNANSWERED } from "../../src/server/pipelining.ts";
import { type OpenServer, openServer } from "./open-server.ts";
import { dial, exchange, type Heard, statuses } from "./raw-socket.ts";

let server: OpenServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.stop());

const runs = (numRuns: number) => ({ numRuns, seed: 20_260_505 });
const CLOSE = "Connection: close\r\n";
const post = (headers: string, body = ""): string =>
  `POST /step HTTP/1.1\r\nHost: localhost\r\n${CLOSE}${headers}\r\n${body}`;
const JSON_TYPE = "Content-Type: application/json\r\n";

/** The answer's own words, for those that have a body. */
function lastBody({ bytes }: Heard): unknown {
  const text = bytes.toString();
  return JSON.parse(text.slice(text.lastIndexOf("\r\n\r\n") + 4));
}

/** Every answer to a client's fault is a client's error, or the connection is cut off. */
function expectRefused(heard: Heard): void {
  const [status] = statuses(heard);
  if (status === undefined) expect(heard.reset || heard.bytes.length === 0).toBe(true);
  else expect([400, 403, 404, 405, 413, 414, 417, 422, 431]).toContain(status);
}

describe("bytes that are no HTTP", () => {
  it.each<[string, string, number]>([
    ["a line of garbage", "GARBAGE\r\n\r\n", 400],
    ["a method that there is not", `FLY /health HTTP/1.1\r\nHost: localhost\r\n${CLOSE}\r\n`, 400],
    ["a version that there is not", "GET /health HTTP/9.9\r\nHost: localhost\r\n\r\n", 400],
    ["the greeting of another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["the greeting of an encrypted connection", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
    ["a space in the address", `GET /hea lth HTTP/1.1\r\nHost: localhost\r\n${CLOSE}\r\n`, 400],
    ["a null byte in the address", `GET /hea\0lth HTTP/1.1\r\nHost: localhost\r\n${CLOSE}\r\n`, 400],
    ["two lengths", post(`${JSON_TYPE}Content-Length: 2\r\nContent-Length: 3\r\n`, "{}"), 400],
    ["a negative length", post(`${JSON_TYPE}Content-Length: -2\r\n`, "{}"), 400],
    [
      "a length beside chunks",
      post(`${JSON_TYPE}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`, "0\r\n\r\n"),
      400,
    ],
    [
      "a chunk whose size is no number",
      post(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, "ZZ\r\n{}\r\n0\r\n\r\n"),
      400,
    ],
    ["an encoding of the transfer that there is not", post("Transfer-Encoding: gzip\r\n", "x"), 400],
    [
      "headers of twenty thousand bytes",
      `GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ["an address of twenty thousand bytes", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    [
      "a header folded over two lines with a null byte",
      `GET /health HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\0\r\n\r\n`,
      400,
    ],
  ])("%s are answered with words of our own", async (_, bytes, status) => {
    const heard = await exchange(server.port, [Buffer.from(bytes, "latin1")]);
    expect(statuses(heard)).toEqual([status]);
    expect(lastBody(heard)).toEqual({ detail: expect.any(String), code: "VALIDATION_ERROR" });
  });

  it.each<[string, string, number]>([
    ["a request without a host", `GET /health HTTP/1.1\r\n${CLOSE}\r\n`, 400],
    ["an expectation that there is not", post("Expect: cake\r\nContent-Length: 2\r\n", "{}"), 417],
    ["a rare method", `PROPFIND /health HTTP/1.1\r\nHost: localhost\r\n${CLOSE}\r\n`, 405],
    [
      "a method with a body but no type",
      `QUERY /health HTTP/1.1\r\nHost: localhost\r\n${CLOSE}Content-Length: 1\r\n\r\n{`,
      400,
    ],
    [
      "a body that is said to be compressed",
      post(`${JSON_TYPE}Content-Encoding: gzip\r\nContent-Length: 2\r\n`, "\x1f\x8b"),
      415,
    ],
    ["a socket asked for as a page", `GET /ws HTTP/1.1\r\nHost: localhost\r\n${CLOSE}\r\n`, 404],
  ])("%s is refused", async (_, bytes, status) => {
    expect(statuses(await exchange(server.port, [Buffer.from(bytes, "latin1")]))).toEqual([status]);
  });

  it("a tunnel is not opened", async () => {
    const { bytes } = await exchange(server.port, ["CONNECT example.org:443 HTTP/1.1\r\nHost: localhost\r\n\r\n"]);
    expect(bytes.toString()).toBe("");
  });

  it("700 requests with bytes flipped, lost or added are refused or understood, and harm nothing", async () => {
    const good = Buffer.from(post(`${JSON_TYPE}Content-Length: 35\r\n`, '{"action":{"action_type":"SUBMIT"}}'));
    const change = fc.tuple(fc.nat(good.length - 40), fc.constantFrom("flip", "drop", "add"), fc.nat(255));
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const bytes = [...good];
      for (const [at, how, byte] of changes) bytes.splice(at, how === "add" ? 0 : 1, ...(how === "drop" ? [] : [byte]));
      // What is left over or missing is settled by the end of what we send.
      const heard = await exchange(server.port, [Buffer.from(bytes)], { hangUp: true });
      const [status] = statuses(heard);
      if (status !== 409 && status !== 200) expectRefused(heard);
    });
    await fc.assert(property, runs(700));
    await server.expectUnharmed();
  });

  it("300 runs of random bytes are refused", async () => {
    const property = fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
      expectRefused(await exchange(server.port, [bytes, "\r\n\r\n\r\n\r\n"], { hangUp: true }));
    });
    await fc.assert(property, runs(300));
    await server.expectUnharmed();
  });

  it("200 bursts of requests in one go are answered in their order", async () => {
    const requests = {
      200: "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
      404: "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n",
      405: "DELETE /reset HTTP/1.1\r\nHost: localhost\r\n\r\n",
      409: `POST /step HTTP/1.1\r\nHost: localhost\r\n${JSON_TYPE}Content-Length: 35\r\n\r\n{"action":{"action_type":"SUBMIT"}}`,
      422: `POST /reset HTTP/1.1\r\nHost: localhost\r\n${JSON_TYPE}Content-Length: 7\r\n\r\n{"x":1}`,
    } as const;
    const burst = fc.array(fc.constantFrom(200, 404, 405, 409, 422), { minLength: 2, maxLength: 20 });
    const property = fc.asyncProperty(burst, async (wanted) => {
      const text = wanted.map((status) => requests[status]).join("");
      const heard = await exchange(server.port, [text + requests[200].replace("\r\n\r\n", `\r\n${CLOSE}\r\n`)]);
      expect(statuses(heard)).toEqual([...wanted, 200]);
    });
    await fc.assert(property, runs(200));
    await server.expectUnharmed();
  });
});

describe("a flood of requests on one connection", () => {
  it.each(["/health", "/metrics", "/openapi.json", "/nothing"])(
    "for %s is cut off, and others are served",
    async (path) => {
      const flood = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(1000);
      const heard = await exchange(server.port, [flood]);
      expect(statuses(heard).length).toBeLessThanOrEqual(MAX_UNANSWERED);
      await server.expectUnharmed();
    },
  );

  it("is none if each is answered before the next", async () => {
    const answers: Promise<Response>[] = [];
    for (let request = 0; request < 3 * MAX_UNANSWERED; request += 1) {
      answers.push(fetch(`${server.url}/health`));
      await answers.at(-1);
    }
    for (const answer of await Promise.all(answers)) expect(answer.status).toBe(200);
  });
});

describe("a slow sender", () => {
  it("gets its answer however small the pieces are, and holds nobody up meanwhile", async () => {
    const text = post(`${JSON_TYPE}Content-Length: 35\r\n`, '{"action":{"action_type":"SUBMIT"}}');
    const slow = exchange(server.port, [...text]);
    await server.expectUnharmed();
    expect(statuses(await slow)).toEqual([409]);
  });

  it("that never finishes costs a connection and no session", async () => {
    const unfinished = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const socket = await dial(server.port);
        const whole = post(`${JSON_TYPE}Content-Length: 500\r\n`, '{"action":');
        socket.write(whole.slice(0, 1 + ((at * 37) % whole.length)));
        return socket;
      }),
    );
    await server.expectUnharmed();
    for (const socket of unfinished) socket.destroy();
    await server.expectUnharmed();
  });
});
