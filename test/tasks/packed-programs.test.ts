/** One file that stands for folders of programs, as an installed package has it. */
import { mkdtempSync, rmSync } from "node:fs";
import { utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { BrokenProgramError } from "../../src/tasks/broken-program.ts";
import { packedFolder } from "../../src/tasks/packed-programs.ts";
import { openFolderSource } from "../../src/tasks/supply/folder-source.ts";
import { openImportedSource } from "../../src/tasks/supply/imported-source.ts";
import { packFolders } from "../../src/tasks/supply/pack-folders.ts";
import { signatureOf } from "../../src/tasks/supply/program-signature.ts";
import { listPrograms } from "../../src/tasks/supply/read-programs.ts";
import { describeTaskSource } from "./source-contract.ts";
import { makeRoot } from "./support/program-folder.ts";
import { PROGRAMS_ROOT } from "./support/programs-root.ts";

const ALL = { start: 0, stop: Number.POSITIVE_INFINITY };

const scratch = mkdtempSync(join(tmpdir(), "tracefix-packed-"));
afterAll(() => rmSync(scratch, { recursive: true }));

async function packed(root: string): Promise<string> {
  const file = join(mkdtempSync(join(scratch, "one-")), "programs.pack");
  await writeFile(file, await packFolders(root));
  return file;
}

describeTaskSource("a source of a packed file", async () => openFolderSource(await packed(PROGRAMS_ROOT)));

test("has the tasks, texts and hash that the folders have", async () => {
  const [folders, file] = [await openFolderSource(PROGRAMS_ROOT), await openFolderSource(await packed(PROGRAMS_ROOT))];
  const open = async (source: typeof folders) =>
    Promise.all((await source.list({}, ALL)).map((entry) => source.open(entry)));
  expect(await file.hash()).toBe(await folders.hash());
  expect(await open(file)).toEqual(await open(folders));
});

test("is indexed by the thread beside, and again only once it has changed", async () => {
  const [kept, file] = [await makeRoot({}), await packed(await makeRoot({ "python/one": {}, "python/two": {} }))];
  const { source, problems } = await openImportedSource([file], { kept });
  expect(problems).toEqual([]);
  expect((await source.list({}, ALL)).map(({ program }) => program.name)).toEqual(["one", "two", "one", "two"]);
  const [{ folder } = { folder: "" }] = await listPrograms(file);
  const before = signatureOf(folder);
  expect(signatureOf(folder)).toBe(before);
  await utimes(file, 1, 1);
  expect(signatureOf(folder)).not.toBe(before);
});

test("programs of one file have signatures of their own", async () => {
  const places = await listPrograms(await packed(await makeRoot({ "python/one": {}, "python/two": {} })));
  expect(new Set(places.map(({ folder }) => signatureOf(folder))).size).toBe(2);
});

test("a folder of the disk is within no file, whatever it is called", () => {
  expect(packedFolder(join("programs", "python", "pack"))).toBeNull();
  expect(packedFolder(join("programs.pack", "python", "one"))).toEqual({
    file: "programs.pack",
    program: "python/one",
  });
});

test("a file that is missing, cut off or of something else is refused by its name", async () => {
  const root = await makeRoot({ "python/one": {} });
  const whole = await packFolders(root);
  const broken: [string, Uint8Array][] = [
    ["empty", whole.subarray(0, 0)],
    ["cut", whole.subarray(0, 20)],
    ["other", Buffer.from("# Programs that are none\n")],
  ];
  const files = broken.map(([name]) => join(root, `${name}.pack`));
  for (const [at, [, bytes]] of broken.entries()) await writeFile(files[at] ?? "", bytes);
  for (const file of [...files, join(root, "missing.pack")]) {
    await expect(listPrograms(file)).rejects.toThrow(BrokenProgramError);
    await expect(listPrograms(file)).rejects.toThrow(file);
  }
});

test("a broken program is packed by nobody", async () => {
  await expect(packFolders(await makeRoot({ "python/bad": { "solution.py": null } }))).rejects.toThrow("solution.py");
});
