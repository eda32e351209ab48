import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { formatReport } from "../../src/tasks/validate-report.ts";
import { validateTaskSet } from "../../src/tasks/validate-task-set.ts";
import { loadTaskSet } from "../tasks/support/task-set.ts";

const DOCUMENT = readFileSync(join(packageRoot(), "docs/tasks.md"), "utf8");

describe("the table of the tasks in docs/tasks.md", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await openPythonSandbox({ workers: 2 });
  });
  afterAll(() => sandbox.close());

  it("is what `npm run tasks:validate` prints", async () => {
    const report = await validateTaskSet(await loadTaskSet(join(packageRoot(), "programs")), () => sandbox);
    const [, documented] = /<!-- tasks -->\n```text\n([\s\S]*?)```/.exec(DOCUMENT) ?? [];
    expect(documented).toBe(formatReport(report));
  });
});
