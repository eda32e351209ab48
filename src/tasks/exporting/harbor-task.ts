/** One task as Harbor takes it: instruction, settings, the agent's environment, a verifier apart from it, a solution. */
import { folderInstruction } from "../../words/task-folder-words.ts";
import { changedFiles } from "../changed-files.ts";
import { describeExpectation } from "../describe.ts";
import type { Task } from "../task.ts";

export interface HarborOptions {
  /** SHA-256 of the program's files: a verifier that has others refuses to judge. */
  readonly programHash: string;
  /** Draws the hidden tests. */
  readonly seed: number;
  /** An image that has the command; null where the verifier's own installs the package. */
  readonly image: string | null;
  /** Of the package that judges. */
  readonly version: string;
}

const SCHEMA_VERSION = "1.4";
/** Where an agent works: the one folder that is carried to the verifier. */
const WORK = "/app";
const AGENT = "agent";
const ANY_IMAGE = "debian:stable-slim";
const VERIFIER_IMAGE = "node:24-slim";
/** In a container nothing stands before a path; a scratch folder in its place lets the scripts run without one. */
const ROOT = `"\${HARBOR_ROOT:-}"`;

/** Texts by path, within the task's own folder. */
export function harborTask(task: Task, options: HarborOptions): ReadonlyMap<string, string> {
  const { code, program } = task;
  const { language, solution } = program;
  const repairs = changedFiles(code, solution).map(({ path, after }) => [path, after] as const);
  return new Map([
    ["instruction.md", instructionOf(task)],
    ["task.toml", settingsOf(task, options)],
    ["environment/Dockerfile", workplaceOf(language.workImage ?? ANY_IMAGE)],
    ...[...code.files].map(([path, text]) => [`environment/program/${path}`, text] as const),
    ["tests/Dockerfile", verifierOf(options)],
    ["tests/test.sh", judgeScript(task, options)],
    ["solution/solve.sh", solveScript(repairs.map(([path]) => path))],
    ...repairs.map(([path, text]) => [`solution/program/${path}`, text] as const),
  ]);
}

function instructionOf({ code, program }: Task): string {
  const { title, language, entryPoint, description, tests } = program;
  return folderInstruction({
    ...{ title, language: language.name, entryPoint, description, folder: WORK, paths: [...code.files.keys()] },
    tests: tests.map(({ name, call, expectation }) => ({
      ...{ name, call, expected: describeExpectation(expectation, language) },
    })),
  });
}

/** The task's own name may give the bug away, and so the agent's side has only the program's. */
function settingsOf(
  { name, program, difficulty, bugType }: Task,
  { programHash, seed, version }: HarborOptions,
): string {
  const tables: readonly [name: string, Readonly<Record<string, TomlValue>>][] = [
    [
      "task",
      { name: `tracefix/${name}`, version, description: program.title, keywords: ["debugging", ...program.tags] },
    ],
    [
      "metadata",
      {
        ...{
          difficulty,
          split: program.split,
          program: program.name,
          bug_type: bugType,
          language: program.language.name,
        },
        ...{ seed, program_hash: programHash },
        ...(program.source !== undefined && { source: program.source }),
        ...(program.license !== undefined && { license: program.license }),
      },
    ],
    ["agent", { timeout_sec: 600, user: AGENT }],
    ["verifier", { timeout_sec: 300, environment_mode: "separate" }],
    ["verifier.environment", { network_mode: "no-network", cpus: 1, memory_mb: 1024 }],
    ["environment", { network_mode: "no-network", cpus: 1, memory_mb: 1024 }],
  ];
  const rows = tables.map(([table, values]) =>
    [`[${table}]`, ...Object.entries(values).map(([key, value]) => `${key} = ${tomlValue(value)}`)].join("\n"),
  );
  return [`schema_version = "${SCHEMA_VERSION}"\nartifacts = ["${WORK}"]`, ...rows].join("\n\n").concat("\n");
}

type TomlValue = string | number | readonly string[];

/** A JSON text is one of TOML, but for a character that TOML wants escaped. */
function tomlValue(value: TomlValue): string {
  return JSON.stringify(value).replaceAll("\u007f", "\\u007f");
}

function workplaceOf(image: string): string {
  return `FROM ${image}
RUN useradd --create-home ${AGENT}
WORKDIR ${WORK}
COPY program/ ./
RUN chown -R ${AGENT} ${WORK}
`;
}

function verifierOf({ image, version }: HarborOptions): string {
  const install = `RUN npm install --global --no-audit --no-fund tracefix-rl@${version}\n`;
  const from = image === null ? `FROM ${VERIFIER_IMAGE}\n${install}` : `FROM ${image}\nUSER root\n`;
  return `${from}COPY . /tests\nWORKDIR ${WORK}\n`;
}

/** Judges what was handed in by its text alone: none of it runs outside of the sandbox. */
function judgeScript({ name }: Task, { programHash, seed }: HarborOptions): string {
  return `#!/bin/sh
set -eu
root=${ROOT}
mkdir -p "$root/logs/verifier"
\${TRACEFIX:-tracefix} tasks grade ${name} --hash ${programHash} --seed ${seed} \\
  --folder "$root${WORK}" --out "$root/logs/verifier/reward.json"
`;
}

function solveScript(paths: readonly string[]): string {
  const copies = paths.map((path) => `cp "$here/program/${path}" "$root${WORK}/${path}"`);
  return `#!/bin/sh
set -eu
root=${ROOT}
here=$(dirname "$0")
${copies.join("\n")}
`;
}
