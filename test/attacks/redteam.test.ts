/** `npm run redteam`, as an operator runs it: it finds nothing on a server that holds, and tells of one that does not. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WebSocketServer } from "ws";
import { packageRoot } from "../../src/ground/package-root.ts";
import { startServer } from "../support/server-process.ts";

function redteam(...words: readonly string[]): Promise<{ code: number; said: string }> {
  const command = join(packageRoot(), "scripts", "redteam.mjs");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...words], (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: stderr + stdout }),
    );
  });
}

/** Says yes to every request and page, and calls every episode solved. */
async function openWeakServer() {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json").end('{"status":"healthy"}');
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => {
    socket.on("message", (data) => {
      const done = String(data).includes("SUBMIT");
      const observation = {
        code_dict: { "1": "pass" },
        last_execution_output: "Submitted and solved.",
        syntax_error: null,
        test_results: [],
        metadata: done ? { return: 1.057, reward_components: { final: 0.98 } } : {},
      };
      socket.send(JSON.stringify({ type: "observation", data: { observation, reward: done ? 0.98 : 0, done } }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe("the red team's command", () => {
  it("finds nothing on the real server, of each category a sample, and says what it leaves out", async () => {
    await using server = await startServer({ WORKERS: "2" });
    const { code, said } = await redteam(`http://127.0.0.1:${server.port}`, "--every", "20", "--seeds", "1");
    expect(said.match(/GOT THROUGH .*/g) ?? []).toEqual([]);
    expect(said).toContain("Left out, because an address is not enough");
    expect(said).toMatch(/\n\d+ failed to do harm, 0 got through\n$/);
    expect(code).toBe(0);
  });

  it.each(["exhausted", "wrong programs", "strangers' pages"])(
    "says that something got through a server that lets everything through: %s",
    async (only) => {
      await using weak = await openWeakServer();
      const { code, said } = await redteam(weak.address, "--only", only, "--every", "10");
      expect(said).toContain("GOT THROUGH");
      expect(said).toMatch(/\n\d+ failed to do harm, [1-9]\d* got through\n$/);
      expect(code).toBe(1);
    },
  );

  it.each([
    [["http://127.0.0.1:1"], "Cannot reach a server at http://127.0.0.1:1"],
    [["ftp://nowhere"], "write an address such as http://localhost:7860"],
    [["--every", "0"], "give a whole number from 1"],
    [["--only", "no such attack"], "no attack or category"],
    [["--fast"], "Unknown option '--fast'"],
  ])("given %j ends with 2 and says why", async (words, why) => {
    const { code, said } = await redteam(...words);
    expect(said).toContain(why);
    expect(code).toBe(2);
  });

  it("shows examples when asked for help", async () => {
    const { code, said } = await redteam("--help");
    expect(said).toContain("npm run redteam -- http://10.0.0.5:7860");
    expect(code).toBe(0);
  });
});
