/** Loads a library in the sandbox as a program of several files, and finds the calls that give the same there each time. */
import type { LanguagePack } from "../../../languages/language-pack.ts";
import type { HarvestedCall } from "../../../languages/python/libraries/call-recorder.ts";
import {
  LOADED_MODULES_CALL,
  REACHED_LINES,
  REACHED_LINES_FILE,
  reachedLinesCall,
} from "../../../languages/python/libraries/reached-lines.ts";
import { moduleNameOf } from "../../../languages/python/module-names.ts";
import type { Outcome, RunOptions, Sandbox } from "../../../sandbox/sandbox.ts";
import { Source } from "../../../sandbox/source.ts";
import { exactKey } from "../../../sandbox/values/exact-key.ts";
import { describeOutcome } from "../../describe.ts";
import { expectationFrom } from "../../hidden-tests.ts";
import { toCall } from "../../run-tests.ts";
import type { Expectation } from "../../task.ts";
import { textOf } from "../known-calls.ts";

export interface LibraryCall {
  readonly call: string;
  readonly expectation: Expectation;
  /** The function or class that is called, by its full name, and the last name of what is called of it. */
  readonly topic: string;
  readonly member: string;
  readonly test: string;
  /** Lines of the library that it executes, as `path:line`. */
  readonly reached: ReadonlySet<string>;
  /** Modules that its text names. */
  readonly modules: readonly string[];
}

export interface LibraryLoadOptions extends RunOptions {
  readonly sandbox: Sandbox;
  readonly language: LanguagePack;
}

export interface LibraryCallOptions extends LibraryLoadOptions {
  /** Fuel that importing the library takes. */
  readonly loading: number;
}

/** Of one call; what needs more is no call for a test that is made again and again. */
const CALL_FUEL = 20_000_000;
const LOADING = { fuel: 150_000_000, batchFuel: 150_000_000 };
const CALLS_A_BATCH = 60;

/** The file that tests call into: it imports what their calls name. */
export function mainText(modules: Iterable<string>, entryPoint: string | null): string {
  const imports = [...new Set(modules)].sort().map((module) => `import ${module}`);
  const from = entryPoint?.split(".") ?? [];
  const named = from.length < 2 ? [] : [`from ${from.slice(0, -1).join(".")} import ${from.at(-1)}`];
  return `"""Names what the tests call."""\n${[...imports, ...named].join("\n")}\n`;
}

export interface Loading {
  /** What goes wrong; null where nothing does. */
  readonly problem: string | null;
  readonly fuel: number;
}

/** What comes of importing the library in the sandbox. */
export async function loadLibrary(
  files: Readonly<Record<string, string>>,
  packages: readonly string[],
  { sandbox, language, ...running }: LibraryLoadOptions,
): Promise<Loading> {
  const code = new Source(language.entry, [[language.entry, mainText(packages, null)], ...Object.entries(files)]);
  const { outcomes, fuel } = await sandbox.run({ code, calls: [toCall("0")], limits: LOADING }, running);
  const [outcome] = outcomes;
  const isLoaded = outcome?.kind === "value" || outcome === undefined;
  return { problem: isLoaded ? null : describeOutcome(outcome, language), fuel };
}

/** Those of the calls that end in something that can be compared: the same thrice, in two orders, each by itself. */
export async function usableCalls(
  recorded: readonly HarvestedCall[],
  files: Readonly<Record<string, string>>,
  options: LibraryCallOptions,
): Promise<readonly LibraryCall[]> {
  const code = watchedSource(recorded, files, options);
  let open = recorded.map((one) => ({ one, way: 0 }));
  const found = new Map<HarvestedCall, { call: string; outcome: Outcome }>();
  while (open.length > 0) {
    const calls = open.map(({ one, way }) => one.texts[way] ?? "");
    const outcomes = await runAll(code, calls, options);
    open = open.flatMap(({ one, way }, at) => {
      const outcome = outcomes[at];
      const call = calls[at] ?? "";
      if (outcome !== undefined && expectationFrom(outcome) !== null && !isUntellable(outcome)) {
        found.set(one, { call, outcome });
        return [];
      }
      return way + 1 < one.texts.length ? [{ one, way: way + 1 }] : [];
    });
  }
  const candidates = recorded.flatMap((one) => {
    const first = found.get(one);
    return first === undefined ? [] : [{ one, ...first }];
  });
  const calls = candidates.map(({ call }) => call);
  const backwards = (await runAll(code, calls.toReversed(), options)).toReversed();
  const again = await runAll(code, calls, options);
  const paths = Object.keys(files).sort();
  const watched = await runAll(
    code,
    calls.map((call) => reachedLinesCall(call, paths)),
    { ...options, fuel: 5 * CALL_FUEL },
  );
  return candidates.flatMap(({ one, call, outcome }, at) => {
    const expectation = expectationFrom(outcome);
    if (expectation === null || nameOf(outcome) !== nameOf(backwards[at]) || nameOf(outcome) !== nameOf(again[at]))
      return [];
    const reached = readReached(textOf(watched[at]), paths);
    if (reached.size === 0) return [];
    const { topic, member, test, modules } = one;
    return [{ call, expectation, topic, member, test, reached, modules }];
  });
}

/** The files without those that no call of these needs. */
export async function neededFiles(
  calls: readonly LibraryCall[],
  files: Readonly<Record<string, string>>,
  options: LibraryLoadOptions,
): Promise<Readonly<Record<string, string>>> {
  const { sandbox, language, ...running } = options;
  const code = watchedSource(calls, files, { sandbox, language });
  const { outcomes } = await sandbox.run({ code, calls: [toCall(LOADED_MODULES_CALL)], limits: LOADING }, running);
  const loaded = new Set(textOf(outcomes[0]).split(" "));
  const reached = new Set(
    calls.flatMap((one) => [...one.reached].map((place) => place.slice(0, place.lastIndexOf(":")))),
  );
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => loaded.has(moduleNameOf(path)) || reached.has(path)),
  );
}

function watchedSource(
  calls: readonly Pick<LibraryCall, "modules">[],
  files: Readonly<Record<string, string>>,
  { language }: Pick<LibraryLoadOptions, "language" | "sandbox">,
): Source {
  const main = mainText(
    calls.flatMap(({ modules }) => modules),
    null,
  );
  return new Source(language.entry, [
    [language.entry, main],
    [REACHED_LINES_FILE, REACHED_LINES],
    ...Object.entries(files),
  ]);
}

async function runAll(
  code: Source,
  calls: readonly string[],
  { sandbox, language: _, loading, fuel = CALL_FUEL, ...running }: LibraryCallOptions & { readonly fuel?: number },
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < calls.length; at += CALLS_A_BATCH) {
    const batch = calls.slice(at, at + CALLS_A_BATCH).map(toCall);
    const limits = { fuel: Math.max(fuel, 2 * loading), batchFuel: LOADING.fuel + batch.length * fuel };
    outcomes.push(...(await sandbox.run({ code, calls: batch, limits }, running)).outcomes);
  }
  return outcomes;
}

/** Names what a call gave. */
function nameOf(outcome: Outcome | undefined): string | null {
  if (outcome?.kind === "value") return exactKey(outcome.value);
  return outcome?.kind === "raised" ? `raised ${outcome.module} ${outcome.type}` : null;
}

/** What the sandbox lacks, or a name that means nothing there, is no behaviour of the library. */
function isUntellable(outcome: Outcome): boolean {
  return outcome.kind === "raised" && ["NameError", "ModuleNotFoundError", "ImportError"].includes(outcome.type);
}

function readReached(text: string, paths: readonly string[]): ReadonlySet<string> {
  const places = text.split(" ").flatMap((place) => {
    const [file = "", line = ""] = place.split(":");
    const path = paths[Number(file)];
    return line === "" || path === undefined ? [] : [`${path}:${line}`];
  });
  return new Set(places);
}
