/** Folders side by side depend on each other one way only, as the rooms that they are in do. */
import { expect, test } from "vitest";
import { circlesIn, folderGraphOf } from "../support/folder-graph.ts";

test("no folders side by side import from each other in a circle, however long", () => {
  const graph = folderGraphOf(["src", "web/src"]);
  expect(graph.size).toBeGreaterThan(20);
  expect(circlesIn(graph)).toEqual([]);
});

test("a circle of three folders is found, and one of two", () => {
  const graph = new Map([
    ["play", new Set(["episode"])],
    ["episode", new Set(["parts", "logic"])],
    ["parts", new Set(["play", "logic"])],
    ["logic", new Set(["store"])],
    ["store", new Set(["logic"])],
  ]);
  expect(circlesIn(graph)).toEqual(["play > episode > parts > play", "logic > store > logic"]);
});
