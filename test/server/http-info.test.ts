import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { openHouse } from "./harness.ts";

describe("GET /health", () => {
  test("[HTTP-1] says that the server is healthy", async () => {
    const { request } = await openHouse();
    expect(await request("GET", "/health")).toMatchObject({ status: 200, body: { status: "healthy" } });
  });
});

describe("GET /metadata", () => {
  test("[HTTP-2] [HTTP-21] has all six keys of OpenEnv's card", async () => {
    const { request } = await openHouse();
    expect((await request("GET", "/metadata")).body).toEqual({
      name: "tracefix_rl",
      description: expect.any(String),
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      author: null,
      readme_content: readFileSync(join(packageRoot(), "README.md"), "utf8"),
      documentation_url: null,
    });
  });
});

describe("how a server grades", () => {
  const SECRET = "a secret of the operator's";
  const metadata = async (settings: Record<string, string>) =>
    (await (await openHouse({ settings })).request("GET", "/metadata")).body;

  test("is told beside the six keys where it is not as usual: the secret by a name, the same everywhere", async () => {
    const told = await metadata({ HIDDEN_SECRET: SECRET, HIDDEN_COUNT: "hidden" });
    expect(told).toMatchObject({ hidden_secret: expect.stringMatching(/^[0-9a-f]{8}$/), hidden_count: "hidden" });
    expect(JSON.stringify(told)).not.toContain(SECRET);
    const again = await metadata({ HIDDEN_SECRET: SECRET });
    expect(again).toMatchObject({ hidden_secret: Object(told).hidden_secret });
    expect(again).not.toHaveProperty("hidden_count");
  });

  test("names another secret otherwise", async () => {
    const names = new Set<string>();
    for (let count = 0; count < 20; count += 1) {
      names.add(Object(await metadata({ HIDDEN_SECRET: `${SECRET} ${count}` })).hidden_secret);
    }
    expect(names.size).toBe(20);
  });
});

describe("what an operator should know", () => {
  test("stands by name in the description", async () => {
    const { request } = await openHouse({ warnings: ["Warning IMAGE_DIFFERS: another image."] });
    const { body } = await request("GET", "/metadata");
    expect(body).toMatchObject({ description: expect.stringContaining("Warning IMAGE_DIFFERS: another image.") });
  });
});

describe("GET /schema", () => {
  test("[HTTP-3] publishes four JSON Schemas of draft 2020-12 that refer to nothing outside themselves", async () => {
    const { url } = await openHouse();
    const answer = await fetch(`${url}/schema`, { headers: { "accept-encoding": "gzip, br" } });
    const text = await answer.text();
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(text.length).toBeLessThan(1024 * 1024);
    const draft = "https://json-schema.org/draft/2020-12/schema";
    expect(JSON.parse(text)).toMatchObject({
      action: { $schema: draft, title: "CodeAction", type: "object" },
      observation: { $schema: draft, title: "CodeObservation", type: "object" },
      state: { $schema: draft, title: "CodeState", type: "object" },
      reset_observation: { $schema: draft, title: "CodeObservation", type: "object" },
    });
    for (const [, target] of text.matchAll(/"\$ref":"([^"]*)"/g)) expect(target).toMatch(/^#/);
  });

  test("[HTTP-4] lets reward and done stand inside the observation, where OpenEnv's validator puts them back", async () => {
    const { request } = await openHouse();
    const lifted = { properties: { reward: { type: "number" }, done: { type: "boolean" } } };
    const { body } = await request("GET", "/schema");
    expect(body).toMatchObject({ observation: lifted, reset_observation: lifted });
    expect(body).not.toMatchObject({ observation: { required: expect.arrayContaining(["reward"]) } });
  });
});

describe("GET /openapi.json", () => {
  test("[HTTP-5] has a version, and the paths of the simulation mode", async () => {
    const { request } = await openHouse();
    const { body } = await request("GET", "/openapi.json");
    expect(body).toMatchObject({
      openapi: "3.1.0",
      info: { version: expect.stringMatching(/^1\./) },
      paths: { "/reset": { post: {} }, "/step": { post: {} }, "/state": { get: {} }, "/health": { get: {} } },
    });
  });

  test("[HTTP-6] is shown at /docs, which loads nothing from another server", async () => {
    const { request } = await openHouse();
    const page = await request("GET", "/docs/");
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining("swagger-ui") });
    for (const [, link] of String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(link).not.toMatch(/^(?:https?:)?\/\//);
      const { status } = await request("GET", new URL(link ?? "", "http://host/docs/").pathname);
      expect(status).toBe(200);
    }
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});

describe("the web page", () => {
  test("[HTTP-7] is where / and /web lead", async () => {
    const { request } = await openHouse();
    for (const path of ["/", "/web"]) {
      const { status, headers } = await request("GET", path);
      expect([status, headers.get("location")]).toEqual([307, "/web/"]);
    }
    const page = await request("GET", "/web/");
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('<div id="app">') });
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("leads below the path that a proxy says it has cut off, and to nowhere else", async () => {
    const { request } = await openHouse();
    const locationFor = async (prefix: string): Promise<string | null> =>
      (await request("GET", "/web", { headers: { "x-forwarded-prefix": prefix } })).headers.get("location");
    expect(await locationFor("/env/mine")).toBe("/env/mine/web/");
    for (const prefix of ["//evil.example", "https://evil.example", "/a\\b"])
      expect(await locationFor(prefix)).toBe("/web/");
  });

  test("loads nothing from elsewhere, and its files are compressed and named by their content", async () => {
    const { request, url } = await openHouse();
    const { body } = await request("GET", "/web/");
    const links = [...String(body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? "");
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(link).toMatch(/^\.{1,2}\//);
    const script = links.find((link) => link.endsWith(".js")) ?? "";
    const answer = await fetch(new URL(script, `${url}/web/`), { headers: { "accept-encoding": "gzip" } });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("content-security-policy")).toContain("script-src 'self'");
    // Unread, it would hold the server's stop up.
    expect(await answer.text()).toContain("document");
  });

  test("is not there when it is turned off", async () => {
    const { request } = await openHouse({ settings: { ENABLE_WEB_INTERFACE: "false" } });
    for (const path of ["/", "/web", "/web/", "/api/runs", "/api/episodes/recent"])
      expect(await request("GET", path)).toMatchObject({ status: 404 });
  });
});

describe("GET /metrics", () => {
  test("counts sessions, steps and refusals", async () => {
    const { request, connect } = await openHouse({ capacity: 1 });
    const client = await connect();
    await client.reset();
    await client.step("RUN_TESTS");
    await request("POST", "/reset");
    const { body } = await request("GET", "/metrics");
    for (const line of [
      "tracefix_sessions_active 1",
      "tracefix_sessions_max 1",
      "tracefix_sessions_refused_total 1",
      "tracefix_resets_total 1",
      "tracefix_steps_total 1",
    ]) {
      expect(body).toContain(`\n${line}\n`);
    }
  });
});

describe("what has no route", () => {
  test("[HTTP-15] is not found", async () => {
    const { request } = await openHouse();
    const notFound = { status: 404, body: { detail: "Not Found" } };
    expect(await request("GET", "/nope")).toMatchObject(notFound);
    expect(await request("POST", "/nope?x=1", { body: {} })).toMatchObject(notFound);
    expect(await request("GET", "/ws")).toMatchObject(notFound);
  });

  test("[HTTP-16] is not allowed where another method is", async () => {
    const { request } = await openHouse();
    for (const [method, path, allow] of [
      ["GET", "/reset", "POST"],
      ["DELETE", "/step", "POST"],
      ["POST", "/health", "GET, HEAD"],
    ] as const) {
      const { status, headers, body } = await request(method, path);
      expect([status, headers.get("allow"), body]).toEqual([405, allow, { detail: "Method Not Allowed" }]);
    }
  });

  test("is refused when its address is no URL", async () => {
    const { request } = await openHouse();
    expect(await request("GET", "/%zz")).toMatchObject({ status: 400, body: { detail: expect.any(String) } });
  });
});
