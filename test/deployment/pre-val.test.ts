import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { type EndedProcess, endedProcess } from "../support/ended-process.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

async function preVal(...args: string[]): Promise<EndedProcess> {
  const child = spawn("bash", [join(packageRoot(), "pre-val.sh"), ...args], { stdio: ["ignore", "pipe", "pipe"] });
  return endedProcess(child);
}

describe("pre-val.sh", () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ WORKERS: "1" });
  });
  afterAll(() => server.stop());

  it("passes a server that is well, step by step", async () => {
    const { code, output } = await preVal(`http://127.0.0.1:${server.port}/`);
    expect(output).toContain("PASS  an episode is solved over /ws");
    expect(output).toMatch(/\n13 passed, 0 failed\n$/);
    expect(code).toBe(0);
  });

  it("passes a server in production mode, and says what it left out", async () => {
    await using production = await startServer({ WORKERS: "1", OPENENV_MODE: "production" });
    const { code, output } = await preVal(`http://127.0.0.1:${production.port}`);
    expect(output).toContain("SKIP  /reset, /step and /state");
    expect([code, output.includes("FAIL")]).toEqual([0, false]);
  });

  it("fails where no server is, and says what to do", async () => {
    const { code, output } = await preVal("http://127.0.0.1:1");
    expect(output).toContain("FAIL  /health answers");
    expect(output).toContain("to do: Start the server (npm start)");
    expect(output).toMatch(/\n0 passed, 1 failed\n$/);
    expect(code).toBe(1);
  });

  it("fails a folder that lacks what OpenEnv's tools need", async () => {
    const { code, output } = await preVal(`http://127.0.0.1:${server.port}`, join(packageRoot(), "docs"));
    expect(output).toContain("FAIL  openenv.yaml is there");
    expect(code).toBe(1);
  });

  it.each([[[]], [["localhost"]], [["http://a", ".", "x"]]])("shows its usage when called with %j", async (args) => {
    expect(await preVal(...args)).toMatchObject({ code: 2, output: expect.stringContaining("Usage: bash pre-val.sh") });
  });
});
