/** The commands on kept episodes, and a start, where `DATABASE_URL` names a database. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { ownFolder } from "../storage/support/own-folder.ts";
import { startServer } from "../support/server-process.ts";
import { HttpEpisode } from "./support/http-episode.ts";
import { ownPostgres } from "./support/own-postgres.ts";

const postgres = ownPostgres();

function tracefix(words: readonly string[], DATABASE_URL: string) {
  const command = [join(packageRoot(), "dist", "cli", "main.js"), ...words];
  const env = { ...process.env, DATABASE_URL, DURABILITY: "process", WORKERS: "1" };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

test("what a server has kept is listed and written out, and a copy is left to Postgres", async () => {
  const url = await postgres().database();
  await using server = await startServer({ DATABASE_URL: url, DURABILITY: "process", WORKERS: "1" });
  const episode = new HttpEpisode("listed", "the-secret-of-what-is-listed");
  await episode.reset(server.port, { task_name: "binary_search_off_by_one", seed: 7 });
  await episode.step(server.port, { action_type: "VIEW_CODE" });
  await episode.step(server.port, { action_type: "RUN_TESTS" });
  const { stdout } = await tracefix(["episodes", "list", "--json"], url);
  expect(JSON.parse(stdout)).toMatchObject({ task_name: "binary_search_off_by_one", steps: 2 });
  const out = join(ownFolder(), "episodes.jsonl");
  expect(await tracefix(["episodes", "export", "--out", out], url)).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ task_name: "binary_search_off_by_one" });
  const copied = await tracefix(["episodes", "backup", "--to", ownFolder()], url);
  expect(copied.code).not.toBe(0);
  expect(copied.stderr).toContain("pg_dump");
});

test.each([
  ["postgres://somebody:hidden-word@127.0.0.1:1/episodes", "Cannot keep episodes in the database 127.0.0.1:1/episodes"],
  ["postgres://somebody:hidden-word%@127.0.0.1:1/episodes", "DATABASE_URL is not valid; it must be: postgres://"],
  ["mysql://somebody:hidden-word@127.0.0.1:1/episodes", "DATABASE_URL is not valid; it must be: postgres://"],
])("a start with %s ends with what is wrong, and without the password", async (url, said) => {
  const { code, stdout, stderr } = await tracefix(["serve", "--port", "0"], url);
  expect(code).not.toBe(0);
  expect(stderr).toContain(said);
  expect(stdout + stderr).not.toContain("hidden-word");
});
