import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { startServer } from "../support/server-process.ts";

const README = readFileSync(join(packageRoot(), "README.md"), "utf8");
const [, EXAMPLE = ""] = /<!-- example -->([\s\S]*?)<!-- \/example -->/.exec(README) ?? [];
const [, PROGRAM = ""] = /<<'END'\n([\s\S]*?)^END$/m.exec(EXAMPLE) ?? [];
const [, PRINTED = ""] = /```text\n([\s\S]*?)```/.exec(EXAMPLE) ?? [];

async function runProgram(port: number): Promise<string> {
  const child = spawn(process.execPath, ["--input-type=module"], {
    cwd: packageRoot(),
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stdin.end(PROGRAM.replace("localhost:7860", `127.0.0.1:${port}`));
  await once(child, "close");
  return output;
}

describe("the first episode in README.md", () => {
  it("runs as pasted and prints what README.md shows", async () => {
    await using server = await startServer({ LOG_LEVEL: "info", WORKERS: "1" });
    const output = await runProgram(server.port);
    let from = 0;
    for (const shown of PRINTED.split(/^…\n/m)) {
      const at = output.indexOf(shown.trim(), from);
      expect(at, `Not printed, or not in this order:\n${shown}`).toBeGreaterThanOrEqual(from);
      from = at + shown.trim().length;
    }
  });
});
