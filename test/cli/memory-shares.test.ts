/** What the edits of all episodes may take of the memory that the process has. */
import { expect, test } from "vitest";
import { editMemory, memoryLimits } from "../../src/cli/memory-shares.ts";

const MEBIBYTE = 1024 * 1024;

test.each([
  ["a quarter of the heap where no container limits it", 4096, 0, 1024],
  ["a quarter of the heap that NODE_OPTIONS allows", 256, 0, 64],
  ["a quarter of what a container leaves", 4096, 512, 80],
  ["a little, however little there is", 32, 200, 16],
])("is %s", (_, heap, container, expected) => {
  expect(editMemory({ heap: heap * MEBIBYTE, container: container * MEBIBYTE })).toBe(expected * MEBIBYTE);
});

test("is read from the process itself", () => {
  expect(memoryLimits().heap).toBeGreaterThan(16 * MEBIBYTE);
  expect(memoryLimits().container).toBeGreaterThanOrEqual(0);
});
