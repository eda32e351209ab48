import { expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { FUZZ_SEED, fuzzCalls } from "../../support/fuzz-size.ts";
import { attackMemory } from "./hostile-memory.ts";

it("whatever a guest writes wherever it likes, the next one finds the image and a Python that works", {
  timeout: fuzzCalls(240_000),
}, async () => {
  const report = await attackMemory(await loadImage(), fuzzCalls(130), FUZZ_SEED);
  expect(report.failures).toEqual([]);
  expect(report.functions).toEqual(expect.arrayContaining(["memset", "memcpy", "memmove", "strcpy", "strncpy"]));
  // All three ways must have been taken, or the test proves nothing.
  expect(report.restored).toBeGreaterThan(20);
  expect(report.renewedAfterTampering).toBeGreaterThan(20);
  expect(report.renewedAfterTrap).toBeGreaterThan(5);
});
