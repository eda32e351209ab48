/** Lines as JSON Lines ends them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLines } from "../../src/ground/read-lines.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "read-lines-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(text: string): Promise<readonly (readonly [number, string])[]> {
  const file = join(folder, "lines");
  await writeFile(file, text);
  const lines: [number, string][] = [];
  for await (const { line, text } of readLines(file)) lines.push([line, text]);
  return lines;
}

test("a line ends at \\n alone, whatever other characters stand in it", async () => {
  const text = JSON.stringify("one\u2028two\u2029three\u0085four\vfive");
  expect(await linesOf(`${text}\n\n${text}`)).toEqual([
    [1, text],
    [3, text],
  ]);
});

test("a line longer than what is read at once is whole", async () => {
  const long = "é".repeat(300_000);
  expect(await linesOf(`${long}\nlast\n`)).toEqual([
    [1, long],
    [2, "last"],
  ]);
});

test("what is written as lines is read as the same lines", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "grapheme" }).map((text) => JSON.stringify(text))), async (texts) => {
      expect(await linesOf(texts.map((text) => `${text}\n`).join(""))).toEqual(texts.map((text, at) => [at + 1, text]));
    }),
  );
});

test("a line of bytes that are not UTF-8 is told from the others", async () => {
  const file = join(folder, "bytes");
  await writeFile(file, Buffer.concat([Buffer.from("fine é\n"), Buffer.from([0x61, 0xe9, 0x0a]), Buffer.from("fine")]));
  const lines: boolean[] = [];
  for await (const { isUtf8 } of readLines(file)) lines.push(isUtf8);
  expect(lines).toEqual([true, false, true]);
});
