import { expect, it } from "vitest";
import { loadImage } from "../../../src/sandbox/python/image-store.ts";
import { attackMemory } from "./hostile-memory.ts";
it("long", { timeout: 400_000 }, async () => {
  for (const seed of [11, 22]) { const report = await attackMemory(await loadImage(), 1500, seed);
  console.log(JSON.stringify({ ...report, functions: 0 })); expect(report.failures).toEqual([]); }
});
