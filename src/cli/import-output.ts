/** What `tracefix tasks import` tells: how far it is, on standard error, and at the end what was taken and why not. */
import type { Writable } from "node:stream";
import cliProgress from "cli-progress";
import { countOf } from "../protocol/protocol.ts";
import type { ImportedProgram, ImportRefusal, ImportReport, ImportWarning } from "../tasks/importing/import-report.ts";

/** Each reason in words, behind the name of what is left out. */
const REFUSALS: Readonly<Record<ImportRefusal["code"], string>> = {
  shape: "it is not of the format's shape",
  "broken-code": "the program that should be right cannot be executed",
  "no-solution": "there is no right program",
  "no-bug": "there is no wrong program",
  "no-difference": "the wrong program is the right one",
  "no-tests": "there are no tests",
  "no-calls": "no call can be read out of its tests",
  "tests-disagree": "the program that should be right does not do what its tests say",
  "bug-unseen": "the wrong program does what the right one does on every call that was found",
  "fails-every-call": "the wrong program is right on no call that was found, unlike others of the same program",
  "too-slow": "it takes more work than a test may",
  twice: "the same programs with the same tests were imported already",
  unsound: "what came of it is not sound",
};

const WARNINGS: Readonly<Record<ImportWarning["code"], (count: number) => string>> = {
  "checks-unread": (count) => `${countOf(count, "check")} of its tests could not be read as a call`,
  "checks-disagree": (count) =>
    `${countOf(count, "check")} of its tests left out: the right program does not meet them`,
  "test-added": (count) => `${countOf(count, "visible test")} made of calls that no test has`,
  "fails-every-call": () => "the bug fails every call that was found: one visible test holds several calls",
  "calls-widened": () => "few calls are like the known ones: hidden tests go further",
  "calls-paired": () => "few calls at all: hidden tests make two at once",
  "no-description": () => "nothing says what the program is for, beyond its tests: write a description",
};

/** A bar on a terminal, a line a program elsewhere. */
export class ImportProgress {
  readonly #log: Writable & { readonly isTTY?: boolean };
  readonly #bar: cliProgress.SingleBar | null;
  #isStarted = false;
  #isStopped = false;

  constructor(log: Writable & { readonly isTTY?: boolean }) {
    this.#log = log;
    this.#bar = log.isTTY
      ? new cliProgress.SingleBar({ stream: log, format: "[{bar}] {value}/{total} {text}", hideCursor: true })
      : null;
  }

  ended(program: ImportedProgram, { done, total }: { readonly done: number; readonly total: number }): void {
    const tasks = countOf(program.taken?.tasks.length ?? 0, "task");
    const text = `${program.program}: ${program.taken === null ? "refused" : tasks}`;
    if (this.#bar === null) {
      this.#log.write(`[${done}/${total}] ${text}\n`);
      return;
    }
    if (!this.#isStarted) this.#bar.start(total, 0, { text: "" });
    this.#isStarted = true;
    this.#bar.update(done, { text });
  }

  stop(): void {
    if (!this.#isStopped) this.#bar?.stop();
    this.#isStopped = true;
  }
}

/** The report in words, ending in a line break. */
export function formatImportReport(report: ImportReport, out: string): string {
  const lines = report.programs.flatMap(describeProgramOf);
  const refused = report.refusedPrograms === 0 ? "" : `, ${countOf(report.refusedPrograms, "program")} refused`;
  const bugs = report.refusedBugs === 0 ? "" : `, ${countOf(report.refusedBugs, "bug")} of them refused`;
  lines.push(
    "",
    `Taken: ${countOf(report.takenPrograms, "program")}, ${countOf(report.tasks, "task")}${refused}${bugs}.`,
  );
  if (report.takenPrograms > 0) lines.push(`They are in ${out}: tracefix serve --programs ${out}`);
  return `${lines.join("\n")}\n`;
}

function describeProgramOf({ program, taken, refused }: ImportedProgram): string[] {
  const head =
    taken === null
      ? []
      : [
          `${program}: ${countOf(taken.tasks.length, "task")}, ${taken.split}, ${countOf(taken.visibleTests, "visible test")}, ${countOf(taken.hiddenCalls, "hidden call")}`,
          ...taken.warnings.map(({ code, count }) => `    warning: ${WARNINGS[code](count)}`),
        ];
  const others = refused.flatMap(({ bug, refusal }) => [
    `${bug === null || taken === null ? program : `    ${bug}`}: REFUSED: ${REFUSALS[refusal.code]}`,
    ...refusal.details.map((detail) => `    ${detail.replace(/\s+/g, " ")}`),
  ]);
  return [...head, ...others];
}
