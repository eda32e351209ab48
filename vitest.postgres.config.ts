import { defineConfig } from "vitest/config";

/** `npm run test:postgres` says where Postgres is. */
export default defineConfig({
  test: {
    include: ["test/postgres/**/*.postgres.ts"],
    globalSetup: ["scripts/lib/fresh-build.mjs"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    env: { DURABILITY: "none" },
    expect: { poll: { timeout: 30_000, interval: 20 } },
    pool: "forks",
    maxWorkers: 1,
  },
});
