/** The colours of curves and parts, as people who see red, green or blue badly see them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Of linear RGB, at full severity: Machado, Oliveira and Fernandes (2009), table 1. */
const SIGHT: Readonly<Record<string, Matrix>> = {
  "normal sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** From sRGB's primaries, with its white as 1. */
const TO_XYZ: Matrix = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];

const times = (matrix: Matrix, [x, y, z]: Triple): Triple => {
  const [r, g, b] = matrix.map(([p, q, s]) => p * x + q * y + s * z);
  return [r ?? 0, g ?? 0, b ?? 0];
};
const each = ([x, y, z]: Triple, change: (value: number) => number): Triple => [change(x), change(y), change(z)];

function linear(hex: string): Triple {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return each([r, g, b], (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
}

function lab(hex: string, sight: Matrix): Triple {
  const seen = each(times(sight, linear(hex)), (part) => Math.min(1, Math.max(0, part)));
  const [x, y, z] = each(times(TO_XYZ, seen), (part) => (part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const tokens = readFileSync(join(packageRoot(), "web/src/styles/tokens.css"), "utf8");
const colours = [...tokens.matchAll(/--(curve-\d): light-dark\((#\w{6}), (#\w{6})\);/g)];

/** By how much the two that are most alike differ (CIE 1976); 2.3 is just noticeable. */
function leastDistance(theme: 2 | 3, sight: Matrix): number {
  const seen = colours.map((found) => lab(found[theme] ?? "", sight));
  const pairs = seen.flatMap((one, at) => seen.slice(at + 1).map((other) => [one, other] as const));
  return Math.min(...pairs.map(([one, other]) => Math.hypot(...one.map((part, at) => part - (other[at] ?? 0)))));
}

test.each(Object.entries(SIGHT))("differ for each other with %s", (_, sight) => {
  expect(colours).toHaveLength(7);
  for (const theme of [2, 3] as const) expect(leastDistance(theme, sight)).toBeGreaterThan(14);
});
