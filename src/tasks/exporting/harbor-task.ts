/** One task as Harbor takes it: instruction, settings, the agent's environment, a verifier apart from it, a solution. */
import { folderInstruction } from "../../words/task-folder-words.ts";
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

/** Where an agent works: the one folder that is carried to the verifier. */
const WORK = "/app";
const AGENT = "agent";
const ANY_IMAGE = "debian:stable-slim";
const VERIFIER_IMAGE = "node:24-slim";
/** In a container nothing stands before a path; a scratch folder in its place lets the scripts run without one. */
const ROOT = `\${HARBOR_ROOT:-}`;

/** Texts by path, within the task's own folder. */
export function harborTask(task: Task, options: HarborOptions): ReadonlyMap<string, string> {
  const { code, program } = task;
  return new Map([
    ["instruction.md", instructionOf(task)],
    ["task.toml", settingsOf(task, options)],
    ["environment/Dockerfile", workplaceOf(program.language.workImage ?? ANY_IMAGE)],
    ["tests/Dockerfile", verifierOf(options)],
    ["tests/test.sh", judgeScript(task, options)],
    ["solution/solve.sh", SOLVE_SCRIPT],
    ...[...code.files].map(([path, text]) => [`environment/program/${path}`, text] as const),
    ...[...program.solution.files].map(([path, text]) => [`solution/program/${path}`, text] as const),
  ]);
}

function instructionOf({ code, program }: Task): string {
  const { language, tests } = program;
  return folderInstruction({
    ...program,
    language: language.name,
    files: [...code.files.keys()].map((path) => `${WORK}/${path}`),
    tests: tests.map((test) => ({ ...test, expected: describeExpectation(test.expectation, language) })),
  });
}

/** The task's own name may give the bug away, and so the agent's side has only the program's. */
function settingsOf({ name, program, difficulty, bugType }: Task, options: HarborOptions): string {
  const { title, split, source, license, language, tags } = program;
  const task = { difficulty, split, program: program.name, bug_type: bugType, language: language.name };
  const origin = { source, license, program_hash: options.programHash, seed: options.seed };
  const machine = { network_mode: "no-network", cpus: 1, memory_mb: 1024 };
  const tables: Record<string, TomlTable> = {
    task: { name: `tracefix/${name}`, version: options.version, description: title, keywords: ["debugging", ...tags] },
    metadata: { ...task, ...origin },
    agent: { timeout_sec: 600, user: AGENT },
    verifier: { timeout_sec: 300, environment_mode: "separate" },
    "verifier.environment": machine,
    environment: machine,
  };
  const written = Object.entries(tables).map(([title, table]) => `\n[${title}]\n${tomlRows(table)}`);
  return tomlRows({ schema_version: "1.4", artifacts: [WORK] }) + written.join("");
}

type TomlTable = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A JSON text is one of TOML, but for a character that TOML wants escaped. What is undefined is left out. */
function tomlRows(table: TomlTable): string {
  const rows = Object.entries(table).filter(([, value]) => value !== undefined);
  return rows.map(([key, value]) => `${key} = ${JSON.stringify(value).replaceAll("\u007f", "\\u007f")}\n`).join("");
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
\${TRACEFIX:-tracefix} tasks grade ${name} --hash ${programHash} --seed ${seed} \\
  --folder "${ROOT}${WORK}" --out "${ROOT}/logs/verifier/reward.json"
`;
}

const SOLVE_SCRIPT = `#!/bin/sh
set -eu
cp -R "$(dirname "$0")/program/." "${ROOT}${WORK}"
`;
