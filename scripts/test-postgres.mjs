/** `npm run test:postgres`: episodes kept in a real Postgres, and servers that share it. Further words go to vitest. */
import { ensurePostgres } from "./lib/postgres-server.mjs";
import { fail } from "./lib/progress.mjs";
import { setUp } from "./lib/setup.mjs";
import { runVitest } from "./lib/vitest.mjs";

await setUp();
const programs = await ensurePostgres().catch(({ message }) => fail(message));
if (programs === null) {
  console.log("Skipped: there is no Postgres here, and it could not be installed. Install it and try again:");
  console.log("  sudo apt-get install postgresql");
} else {
  const args = ["--config", "vitest.postgres.config.ts", ...process.argv.slice(2)];
  process.exitCode = await runVitest(args, { name: "postgres-test-results", env: { POSTGRES_PROGRAMS: programs } });
}
