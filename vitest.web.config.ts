import { defineConfig } from "vitest/config";

/** The page in a real browser: `npm run test:web`. */
export default defineConfig({
  test: {
    include: ["test/web/browser/*.browser.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 1,
    fileParallelism: false,
  },
});
