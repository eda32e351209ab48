/** Makes a program's folder of what a format found: reads its tests, makes calls, chooses, writes, and proves it sound. */

import type { LanguagePack } from "../../languages/language-pack.ts";
import { programPartsRequest } from "../../languages/python/importing/read-tests.ts";
import type { Split } from "../../protocol/protocol.ts";
import type { RunOptions, Sandbox } from "../../sandbox/sandbox.ts";
import { readTexts } from "../read-texts.ts";
import { runOptionsOf } from "../run-options.ts";
import { toCall } from "../run-tests.ts";
import { hashSeed } from "../seed-hash.ts";
import { chooseHidden, countHidden, poolOf } from "./choose-hidden.ts";
import { type ImportedProgram, type ImportRefusal, type ImportWarning, refusedProgram } from "./import-report.ts";
import { type JudgingOptions, judgeCalls, makeVariedCalls } from "./judge-calls.ts";
import { type KnownCalls, readKnownCalls } from "./known-calls.ts";
import { proveProgram } from "./prove-program.ts";
import type { RawProgram } from "./raw-program.ts";
import { floatTolerance } from "./tolerance.ts";
import { chooseTests, type TestChoice } from "./visible-tests.ts";

export interface ImportProgramOptions extends RunOptions {
  readonly sandbox: Sandbox;
  readonly language: LanguagePack;
  /** An empty folder that the program is written to; what is there afterwards is whole if the program is taken. */
  readonly folder: string;
  readonly split: Split;
}

/** The program is in its folder if anything of it is taken. */
export async function importProgram(raw: RawProgram, options: ImportProgramOptions): Promise<ImportedProgram> {
  const { sandbox, language, folder, split } = options;
  const running = { sandbox, ...runOptionsOf(options) };
  const { solution, bugs: texts, words } = await partsOf(raw, running);
  const refused: { bug: string | null; refusal: ImportRefusal }[] = [];
  const bugs = raw.bugs.flatMap((bug, at) => {
    const text = texts[at] ?? bug.text;
    if (text !== solution) return [{ ...bug, text }];
    refused.push({ bug: bug.name, refusal: { code: "no-difference", details: [] } });
    return [];
  });
  if (bugs.length === 0) return { program: raw.name, taken: null, refused };
  const known = await readKnownCalls(raw, solution, running);
  if ("code" in known) return refusedProgram(raw.name, known);

  const pool: JudgingOptions = {
    ...running,
    language,
    solution,
    bugs: bugs.map(({ text }) => text),
    tolerance: largestTolerance(known),
  };
  const ofTests = await judgeCalls(
    known.calls.map(({ call }) => call),
    { ...pool, isKnown: true },
  );
  if (ofTests.length === 0) return refusedProgram(raw.name, { code: "too-slow", details: [] });
  const seed = Number(hashSeed(0, `import ${raw.name}`) % 2n ** 32n);
  const varied = await makeVariedCalls(ofTests, { ...pool, own: known.own, seed });
  const choice = await chooseTests({ known, ofTests, varied: varied.calls, bugs }, pool);
  refused.push(...choice.refused);
  if (choice.bugs.length === 0) return { program: raw.name, taken: null, refused };

  const shown = choice.tests.map(({ call }) => call);
  const chosen = chooseHidden(ofTests, varied.calls, shown);
  // Two values at once may be more than one value may be.
  const pairs = await judgeCalls(chosen.pairs, { ...pool, bugs: [], isKnown: true });
  const hidden = { ...chosen, pairs: pairs.map(({ call }) => call) };
  const tolerance = floatTolerance(pool.tolerance, [...ofTests, ...varied.calls]);
  const description = raw.description.trim() || words.trim();
  const proved = await proveProgram(
    {
      raw,
      language,
      description: description || `Make ${known.entryPoint} do what the tests say.`,
      entryPoint: known.entryPoint,
      split,
      tolerance,
      solution,
      pool: poolOf(hidden),
      tests: choice.tests,
      bugs: choice.bugs,
    },
    { ...running, folder },
  );
  refused.push(...proved.refused);
  if (proved.tasks.length === 0) return { program: raw.name, taken: null, refused };
  const warnings = warningsOf({ known, choice, isWidened: varied.isWidened, pairs: hidden.pairs.length });
  if (description === "") warnings.push({ code: "no-description", count: 1 });
  const visibleTests = choice.tests.length;
  const taken = { split, visibleTests, hiddenCalls: countHidden(hidden), tasks: [...proved.tasks], warnings };
  return { program: raw.name, taken, refused };
}

interface ProgramParts {
  readonly solution: string;
  readonly bugs: readonly string[];
  /** What the texts in the programs say they are for; empty where they say nothing. */
  readonly words: string;
}

/** The programs' own texts, and what is told in them. */
async function partsOf(
  raw: RawProgram,
  { sandbox, ...options }: RunOptions & { readonly sandbox: Sandbox },
): Promise<ProgramParts> {
  const texts = [raw.solution, ...raw.bugs.map(({ text }) => text)];
  const { code, call } = programPartsRequest(texts);
  const limits = { fuel: 150_000_000, batchFuel: 150_000_000, valueBytes: 4 * 1024 * 1024 };
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)], limits }, options);
  const parts = readTexts(outcomes[0]) ?? texts.flatMap((text) => [text, ""]);
  const [right = raw.solution, told = "", ...others] = parts;
  // Where texts are taken out, those of the wrong programs tell what they are for: beside right ones stand other ways.
  const words = raw.isStripped ? (others[1] ?? told) : told;
  if (!raw.isStripped) return { solution: raw.solution, bugs: raw.bugs.map(({ text }) => text), words };
  return { solution: right, bugs: others.filter((_, at) => at % 2 === 0), words };
}

function largestTolerance({ calls }: KnownCalls): number | null {
  const largest = Math.max(0, ...calls.map(({ tolerance }) => tolerance ?? 0));
  return largest === 0 ? null : largest;
}

interface WarningFacts {
  readonly known: KnownCalls;
  readonly choice: TestChoice;
  readonly isWidened: boolean;
  readonly pairs: number;
}

function warningsOf({ known, choice, isWidened, pairs }: WarningFacts): ImportWarning[] {
  const warnings = [...known.warnings];
  if (choice.added > 0) warnings.push({ code: "test-added", count: choice.added });
  if (choice.isTogether) warnings.push({ code: "fails-every-call", count: 1 });
  if (isWidened) warnings.push({ code: "calls-widened", count: 1 });
  if (pairs > 0) warnings.push({ code: "calls-paired", count: pairs });
  return warnings;
}
