/** `npm run check`: types, lint, format and layer rules, unused code. Each is one check of the closing line. */
import { join } from "node:path";
import { ROOT } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";

const bin = (...path) => join(ROOT, "node_modules", ...path);
const CHECKS = [
  ["Types", [bin("typescript", "bin", "tsc"), "-p", "tsconfig.json"]],
  ["Types of the page", [bin("typescript", "bin", "tsc"), "-p", join("web", "tsconfig.json")]],
  ["Lint, format, layers", [bin("@biomejs", "biome", "bin", "biome"), "ci", "--error-on-warnings", "."]],
  ["Unused code", [bin("knip", "bin", "knip.js")]],
];

await setUp();
let failed = 0;
for (const [title, args] of CHECKS) {
  const code = await run(process.execPath, args, { stdio: "inherit" });
  console.log(`${title}: ${code === 0 ? "ok" : "failed"}`);
  if (code !== 0) failed += 1;
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
