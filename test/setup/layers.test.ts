/** The linter sees circles of imports and arrows that point upwards, of types alone too. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const BIOME = join(packageRoot(), "node_modules", "@biomejs", "biome", "bin", "biome");

/** What the linter says of a checkout that has these files. */
async function lint(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-lint-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(join(packageRoot(), "biome.json"), join(folder, "biome.json"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = promisify(execFile)(process.execPath, [BIOME, "lint", "--colors=off", "."], { cwd: folder });
  return run.then(
    () => "",
    ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => stdout + stderr,
  );
}

/** A file that takes a type from another and gives one of its own. */
const taking = (taken: string, file: string, given: string): string =>
  `import type { ${taken} } from "${file}";\n\nexport type ${given} = { readonly part: ${taken} };\n`;

it("two files that take only types from each other are a circle", async () => {
  const circle = {
    "src/tasks/left.ts": taking("Right", "./right.ts", "Left"),
    "src/tasks/right.ts": taking("Left", "./left.ts", "Right"),
  };
  const said = await lint(circle);
  expect(said).toMatch(/src\/tasks\/left\.ts.*noImportCycles/);
  expect(said).toMatch(/src\/tasks\/right\.ts.*noImportCycles/);
  expect(await lint({ ...circle, "src/tasks/right.ts": "export type Right = string;\n" })).toBe("");
});

it("the ground takes nothing from any room, and every room may take from it", async () => {
  const other = "export type Other = string;\n";
  const rooms = ["protocol", "sandbox", "tasks", "environment", "sessions", "server", "client", "agents", "evaluation"];
  const upwards = rooms.map((room) => [`src/ground/of-${room}.ts`, taking("Other", `../${room}/other.ts`, "Own")]);
  const said = await lint(Object.fromEntries([...upwards, ...rooms.map((room) => [`src/${room}/other.ts`, other])]));
  for (const room of rooms) expect(said).toMatch(new RegExp(`src/ground/of-${room}\\.ts.*noRestrictedImports`));
  const downwards = rooms.map((room) => [`src/${room}/own.ts`, taking("Other", "../ground/other.ts", "Own")]);
  expect(await lint(Object.fromEntries([...downwards, ["src/ground/other.ts", other]]))).toBe("");
});

it("the page takes what needs no server of the rooms that it may, and nothing else", async () => {
  const allowed = ["ground", "protocol", "evaluation/statistics", "evaluation/pages"];
  const refused = ["client", "agents", "server", "evaluation/run", "evaluation/report", "evaluation", "cli"];
  const files = [...allowed, ...refused].map((room) => [`src/${room}/other.ts`, "export type Other = string;\n"]);
  const pageFile = (room: string) => `web/src/parts/of-${room.replace("/", "-")}.ts`;
  const taken = (rooms: readonly string[]) =>
    rooms.map((room) => [pageFile(room), taking("Other", `../../../src/${room}/other.ts`, "Own")]);
  expect(await lint(Object.fromEntries([...files, ...taken(allowed)]))).toBe("");
  const said = await lint(Object.fromEntries([...files, ...taken(refused)]));
  for (const room of refused) expect(said).toMatch(new RegExp(`${pageFile(room)}.*noRestrictedImports`));
});

it("every source stands in a room", () => {
  const outside = readdirSync(join(packageRoot(), "src"), { withFileTypes: true }).filter((entry) => entry.isFile());
  expect(outside.map(({ name }) => name)).toEqual([]);
});
