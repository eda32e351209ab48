import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["scripts/lib/fresh-build.mjs"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // Servers of tests leave nothing behind, but those that say where.
    env: { DURABILITY: "none" },
    // What is waited for comes when the machine lets it; a short limit would assert a time.
    expect: { poll: { timeout: 30_000, interval: 20 } },
    pool: "forks",
    maxWorkers: 2,
  },
});
