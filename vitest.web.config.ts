import { defineConfig } from "vitest/config";

/** The page in a real browser: `npm run test:web`. */
export default defineConfig({
  test: {
    include: ["test/web/browser/*.browser.ts"],
    globalSetup: ["scripts/lib/fresh-build.mjs"],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // What is waited for comes when the machine lets it; a short limit would assert a time.
    expect: { poll: { timeout: 30_000, interval: 20 } },
    pool: "forks",
    // What a test plays need not outlive it, and the checkout stays as it is.
    env: { DURABILITY: "none" },
    maxWorkers: 1,
    fileParallelism: false,
  },
});
