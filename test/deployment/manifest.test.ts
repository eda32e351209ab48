import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { packageRoot, packageVersion } from "../../src/ground/package-root.ts";
import { SPLITS, TOOLS } from "../../src/protocol/protocol.ts";
import { ENVIRONMENT_CARD } from "../../src/server/about.ts";
import { loadTaskSet } from "../tasks/support/task-set.ts";

const read = (path: string) => readFileSync(join(packageRoot(), path), "utf8");

const manifest = z
  .object({
    name: z.string(),
    version: z.string(),
    validation: z.object({
      reward: z.object({ range: z.tuple([z.number(), z.number()]) }),
      capabilities: z.object({
        declared_tools: z.array(z.string()),
        declared_task_count: z.record(z.string(), z.number()),
      }),
      execution: z.object({ probe_path: z.string(), dockerfile: z.string() }),
    }),
  })
  .parse(parse(read("openenv.yaml")));

describe("openenv.yaml", () => {
  it("has the server's name and version", () => {
    expect([manifest.name, manifest.version]).toEqual([ENVIRONMENT_CARD.name, packageVersion()]);
  });

  it("declares the range that the reward's laws keep", () => {
    expect(manifest.validation.reward.range).toEqual([-0.15, 1.06]);
    expect(read("docs/reward.md")).toContain("[-0.15, 1.06]");
  });

  it("declares the tools that there are", () => {
    expect(manifest.validation.capabilities.declared_tools).toEqual(TOOLS.map(({ name }) => name));
  });

  it("declares how many tasks each split has", async () => {
    const tasks = await loadTaskSet(join(packageRoot(), "programs"));
    const counts = Object.fromEntries(SPLITS.map((split) => [split, tasks.inSplit(split).length]));
    expect(manifest.validation.capabilities.declared_task_count).toEqual(counts);
  });
});

describe("the front matter of README.md", () => {
  it("is what a Space needs", () => {
    const [, front = ""] = /^---\n([\s\S]*?)\n---\n/.exec(read("README.md")) ?? [];
    expect(parse(front)).toEqual({
      title: "TraceFix-RL",
      emoji: "🧑‍💻",
      colorFrom: "blue",
      sdk: "docker",
      pinned: false,
      app_port: 7860,
      base_path: "/web",
      tags: ["openenv", "reinforcement-learning", "software-engineering"],
    });
  });
});

describe("the Dockerfile", () => {
  const dockerfile = read("Dockerfile");

  it("is labelled with the package's version and licence", () => {
    expect(dockerfile).toContain(`org.opencontainers.image.version="${packageVersion()}"`);
    expect(dockerfile).toContain('org.opencontainers.image.licenses="Apache-2.0"');
  });

  it("lets everybody watch, since in a container nobody comes from the server's own machine", () => {
    expect(dockerfile).toMatch(/^ENV (?:.*\\\n)*.*WATCH=on$/m);
  });

  it("names ENABLE_WEB_INTERFACE before its command, so that `openenv push` inserts nothing", () => {
    expect(dockerfile.indexOf("ENABLE_WEB_INTERFACE")).toBeGreaterThan(0);
    expect(dockerfile.trimEnd()).toMatch(/\nCMD \["server"\]$/);
  });
});
