/**
 * `npm test`: sets up what is missing, then runs the tests that need Node alone, but for the slow ones where no file is named;
 * under `TEST_ALL` every one. Further words go to vitest.
 */
import { setUp } from "./lib/setup.mjs";
import { SAMPLED_TESTS, SLOW_TESTS } from "./lib/slow-tests.mjs";
import { runVitest } from "./lib/vitest.mjs";

const words = process.argv.slice(2);
const isWhole = Boolean(process.env.TEST_ALL) || words.some((word) => !word.startsWith("-"));
const left = isWhole ? [] : [...SLOW_TESTS, ...SAMPLED_TESTS].map((file) => `--exclude=${file}`);

await setUp();
process.exitCode = await runVitest([...left, ...words], { name: "test-results" });
