/** Runs a library's own tests natively, in an environment that is thrown away, and notes which calls they make. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { platform } from "node:os";
import { join } from "node:path";
import { parseJson } from "../../../ground/parse-json.ts";
import {
  RECORDER_MODULE,
  RECORDER_SETTINGS,
  RECORDER_TEXT,
  type RecorderSettings,
  type Recording,
  recordingSchema,
} from "../../../languages/python/libraries/call-recorder.ts";
import type { FetchedFiles } from "../../../languages/python/libraries/fetched-library.ts";
import { cannotImport, type FetchOptions, type LibraryName, lastLine } from "./fetch-library.ts";
import { nativePython, runNative } from "./native-python.ts";

export interface HarvestOptions extends FetchOptions {
  readonly library: LibraryName;
  /** What its tests need beside it, as pip names it. */
  readonly testRequires: readonly string[];
}

const INSTALL_SECONDS = 600;
const TEST_SECONDS = 300;
/** The same on every machine, as far as a native Python goes. */
const STEADY = { PYTHONHASHSEED: "0", TZ: "UTC", LC_ALL: "C.UTF-8", PYTHONDONTWRITEBYTECODE: "1" };
const PYTEST = [
  "-q",
  "-p",
  RECORDER_MODULE,
  "-p",
  "no:cacheprovider",
  "-o",
  "addopts=",
  "--continue-on-collection-errors",
];

/** Names by which the library is imported. */
export function packagesOf({ files }: Pick<FetchedFiles, "files">): readonly string[] {
  const tops = Object.keys(files).flatMap((path) => {
    const [top = "", ...rest] = path.split("/");
    return rest.length === 0 ? [top.slice(0, -".py".length)] : files[`${top}/__init__.py`] === undefined ? [] : [top];
  });
  return [...new Set(tops)].sort();
}

/** Of its tests and of the examples in its texts. @throws UnreadableImportError where its tests do not pass */
export async function harvestLibrary(fetched: FetchedFiles, options: HarvestOptions): Promise<Recording> {
  const { library, scratch } = options;
  const python = await makeEnvironment(fetched, options);
  await mkdir(join(scratch, "recorder"));
  await writeFile(join(scratch, "recorder", `${RECORDER_MODULE}.py`), RECORDER_TEXT);
  const packages = packagesOf(fetched);
  const recordings: Recording[] = [];
  const told: string[] = [];
  const record = async (name: string, run: { readonly cwd: string; readonly args: readonly string[] }) => {
    const out = join(scratch, `${name}.json`);
    const settings: RecorderSettings = { packages, roots: [run.cwd], out };
    const env = {
      ...STEADY,
      TMPDIR: scratch,
      PYTHONPATH: join(scratch, "recorder"),
      [RECORDER_SETTINGS]: JSON.stringify(settings),
    };
    const command = [python, "-m", "pytest", ...PYTEST, ...run.args];
    const result = await runNative(command, { ...optionsOf(options), cwd: run.cwd, env, seconds: TEST_SECONDS });
    const recording = recordingSchema.safeParse(parseJson(await readFile(out, "utf8").catch(() => ""))).data;
    if (recording === undefined) told.push(lastLine(result.stderr || result.stdout));
    else recordings.push(recording);
  };
  if (fetched.source !== null) await record("tests", { cwd: fetched.source, args: [] });
  const examples = await mkdirOf(scratch, "examples");
  await record("examples", { cwd: examples, args: ["--doctest-modules", "--pyargs", ...packages] });
  const recording = joined(recordings);
  const { passed = 0, failed = 0 } = recording.outcomes;
  if (passed === 0) {
    const why = failed > 0 ? `all ${failed} of its own tests fail` : "it has no test of its own that could be run";
    const detail = [...recording.problems.map(lastLine), ...told][0] ?? "";
    throw cannotImport(library, `${why}. ${detail} What its tests need is named with --test-requires.`);
  }
  if (recording.calls.length === 0) {
    throw cannotImport(library, `its ${passed} tests pass, but make no call of it that could be written down.`);
  }
  return recording;
}

function optionsOf({ signal }: FetchOptions): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

async function mkdirOf(...parts: readonly [string, string]): Promise<string> {
  const folder = join(...parts);
  await mkdir(folder);
  return folder;
}

/** @returns the environment's Python */
async function makeEnvironment(fetched: FetchedFiles, options: HarvestOptions): Promise<string> {
  const { library, scratch, testRequires } = options;
  const folder = join(scratch, "environment");
  const running = { ...optionsOf(options), cwd: scratch, seconds: INSTALL_SECONDS };
  const made = await runNative([nativePython(), "-m", "venv", folder], running);
  const python = join(folder, platform() === "win32" ? "Scripts" : "bin", "python");
  if (made.code !== 0)
    throw cannotImport(library, `no environment for its tests can be made: ${lastLine(made.stderr)}`);
  const extras = fetched.extras.length === 0 ? "" : `[${fetched.extras.join(",")}]`;
  const wanted = ["pytest", `${fetched.wheel}${extras}`, ...testRequires];
  const installed = await runNative([python, "-m", "pip", "install", "-q", ...wanted], running);
  if (installed.code !== 0) {
    throw cannotImport(library, `what its tests need cannot be installed: ${lastLine(installed.stderr)}`);
  }
  return python;
}

/** Each call once, under the test that made it first. */
function joined(recordings: readonly Recording[]): Recording {
  const calls = new Map<string, Recording["calls"][number]>();
  const outcomes: Record<string, number> = {};
  let [seen, unwritten] = [0, 0];
  for (const one of recordings) {
    seen += one.seen;
    unwritten += one.unwritten;
    for (const [outcome, count] of Object.entries(one.outcomes)) outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
    for (const call of one.calls) {
      const [text = ""] = call.texts;
      if (!calls.has(text)) calls.set(text, call);
    }
  }
  const problems = recordings.flatMap((one) => one.problems);
  return { calls: [...calls.values()], outcomes, seen, unwritten, problems };
}
