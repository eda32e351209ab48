import { Agent, request } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { brokenJson, noObject, notUtf8 } from "./broken-json.ts";
import { MAX_MESSAGE_BYTES, type OpenServer, openServer } from "./open-server.ts";
import { clumsyAction, wrongAction, wrongReset } from "./wrong-fields.ts";

let server: OpenServer;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => {
  agent.destroy();
  return server.stop();
});

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly body?: string | Buffer;
  readonly contentType?: string;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function send({ method = "POST", path, body, contentType = "application/json" }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined ? {} : { "content-type": contentType, "content-length": Buffer.byteLength(body) };
    const sending = request({ agent, port: server.port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = answer.headers["content-type"]?.startsWith("application/json");
        resolve({ status: answer.statusCode ?? 0, body: isJson ? JSON.parse(text) : text });
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}

function issueOf(type: unknown) {
  return { detail: expect.arrayContaining([expect.objectContaining({ type, msg: expect.any(String) })]) };
}
const anyIssue = issueOf(expect.any(String));
const plain = { detail: expect.any(String) };
const pathOfPost = fc.constantFrom("/reset", "/step", "/web/reset", "/web/step");

/** The same cases in every run of the suite. */
const runs = (numRuns: number) => ({ numRuns, seed: 20_260_303 });

describe("over HTTP", () => {
  it("1,500 bodies that are no JSON, or no strict JSON, are 422 json_invalid", async () => {
    const property = fc.asyncProperty(pathOfPost, brokenJson, async (path, body) => {
      expect(await send({ path, body })).toEqual({ status: 422, body: issueOf("json_invalid") });
    });
    await fc.assert(property, runs(1500));
    await server.expectUnharmed();
  });

  it("400 bodies that are not UTF-8 are 422 json_invalid", async () => {
    const property = fc.asyncProperty(pathOfPost, notUtf8, async (path, body) => {
      expect(await send({ path, body })).toEqual({ status: 422, body: issueOf("json_invalid") });
    });
    await fc.assert(property, runs(400));
    await server.expectUnharmed();
  });

  it("500 bodies that are no object are 422 model_attributes_type", async () => {
    const property = fc.asyncProperty(pathOfPost, noObject, async (path, body) => {
      expect(await send({ path, body })).toEqual({ status: 422, body: issueOf("model_attributes_type") });
    });
    await fc.assert(property, runs(500));
    await server.expectUnharmed();
  });

  it("300 good bodies of another content type are 422 model_attributes_type", async () => {
    const types = fc.oneof(
      fc.constantFrom(
        "text/plain",
        "text/plain; charset=utf-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/jsonp",
        "application/octet-stream",
        "image/png",
        "application/x-ndjson",
      ),
      fc.stringMatching(/^(text|audio|video)\/[a-z][a-z0-9.+-]{0,20}$/),
    );
    const property = fc.asyncProperty(pathOfPost, types, async (path, contentType) => {
      const answer = await send({ path, body: '{"seed": 1}', contentType });
      expect(answer).toEqual({ status: 422, body: issueOf("model_attributes_type") });
    });
    await fc.assert(property, runs(300));
    await server.expectUnharmed();
  });

  it("300 content types that are not even that are 422 model_attributes_type", async () => {
    const types = fc.stringMatching(/^[!-~]{1,30}$/).filter((type) => !/json/i.test(type));
    const property = fc.asyncProperty(types, async (contentType) => {
      const answer = await send({ path: "/reset", body: '{"seed": 1}', contentType });
      expect(answer).toEqual({ status: 422, body: issueOf("model_attributes_type") });
    });
    await fc.assert(property, runs(300));
    await server.expectUnharmed();
  });

  it("1,500 resets with wrong, unknown or contradictory fields are 422 with the reason", async () => {
    const property = fc.asyncProperty(wrongReset, async (fields) => {
      const answer = await send({ path: "/reset", body: JSON.stringify(fields) });
      expect(answer).toEqual({ status: 422, body: anyIssue });
    });
    await fc.assert(property, runs(1500));
    await server.expectUnharmed();
  });

  it("800 steps without an action are 422, whatever else they hold", async () => {
    const property = fc.asyncProperty(wrongAction, fc.boolean(), async (action, bare) => {
      const fields = bare ? { seed: action } : { action };
      const answer = await send({ path: "/step", body: JSON.stringify(fields) });
      expect(answer).toEqual({ status: 422, body: anyIssue });
    });
    await fc.assert(property, runs(800));
    await server.expectUnharmed();
  });

  it("500 steps of episodes that do not exist are 404, and without any episode 409", async () => {
    const label = fc.string({ minLength: 1, maxLength: 255 }).filter((id) => id.isWellFormed());
    const property = fc.asyncProperty(clumsyAction, fc.option(label), async (action, episode_id) => {
      const answer = await send({ path: "/step", body: JSON.stringify({ action, episode_id }) });
      const code = episode_id === null ? "EXECUTION_ERROR" : "NOT_FOUND";
      expect(answer).toEqual({ status: episode_id === null ? 409 : 404, body: { ...plain, code } });
    });
    await fc.assert(property, runs(500));
    await server.expectUnharmed();
  });

  it("100 bodies past the limit are 413, unread", async () => {
    const property = fc.asyncProperty(pathOfPost, fc.integer({ min: 1, max: 100_000 }), async (path, more) => {
      const answer = await send({ path, body: JSON.stringify({ task_name: "x".repeat(MAX_MESSAGE_BYTES + more) }) });
      expect(answer).toMatchObject({ status: 413, body: { ...plain, code: "VALIDATION_ERROR" } });
    });
    await fc.assert(property, runs(100));
    await server.expectUnharmed();
  });

  it("400 addresses that lead nowhere are 404, 405 or 400", async () => {
    const path = fc.oneof(
      fc.webPath().map((made) => `/x${made}`),
      fc.stringMatching(/^\/[!-~]{0,60}$/),
      fc.constantFrom("/reset", "/step", "/../../etc/passwd", "/%", "/%ff", "/%00", "//", "/reset/", "/ws", "/state/x"),
    );
    const method = fc.constantFrom("GET", "PUT", "PATCH", "DELETE", "OPTIONS");
    const known = /^\/(health|metadata|schema|state|metrics|openapi\.json|docs|web|favicon|)(\/|\?|#|;|$)/;
    const property = fc.asyncProperty(path, method, async (address, verb) => {
      fc.pre(!known.test(address));
      const { status, body } = await send({ method: verb, path: address });
      expect([400, 404, 405, 414]).toContain(status);
      expect(body).toMatchObject(plain);
    });
    await fc.assert(property, runs(400));
    await server.expectUnharmed();
  });

  it("200 questions for the state that are ill-formed are 422, and for unknown episodes 404", async () => {
    const property = fc.asyncProperty(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.boolean(),
      async (value, named) => {
        const query = new URLSearchParams({ [named ? "episode_id" : `x${value}`]: value });
        const answer = await send({ method: "GET", path: `/state?${query}` });
        expect(answer).toEqual(
          named ? { status: 404, body: { ...plain, code: "NOT_FOUND" } } : { status: 422, body: anyIssue },
        );
      },
    );
    await fc.assert(property, runs(200));
    await server.expectUnharmed();
  });
});
