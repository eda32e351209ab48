/** What became of an import, program by program, as data. */
import { z } from "zod";
import { DIFFICULTIES, SPLITS } from "../../protocol/protocol.ts";

/** Why a program, or one bug of it, is left out; what came of it is told in `details`. */
const REFUSAL_CODES = [
  /** The input is not of its format's shape. */
  "shape",
  /** A program does not parse, or ends in an exception when it is executed. */
  "broken-code",
  /** There is no right program beside the wrong one, or no wrong one. */
  "no-solution",
  "no-bug",
  /** The wrong program is the right one. */
  "no-difference",
  "no-tests",
  /** Tests there are, but no call can be made of any of their checks. */
  "no-calls",
  /** The right program does not do what its tests say. */
  "tests-disagree",
  /** The wrong program does on every call what the right one does. */
  "bug-unseen",
  /** The wrong program does on no call what the right one does, and others of the program do. */
  "fails-every-call",
  /** It takes more work than a task may. */
  "too-slow",
  /** An earlier one of the same import has the same right and wrong programs, and tests. */
  "twice",
  /** What came of it is not sound, as `tracefix tasks validate` says it. */
  "unsound",
] as const;

export const importRefusalSchema = z.strictObject({
  code: z.enum(REFUSAL_CODES),
  details: z.array(z.string()),
});
export type ImportRefusal = z.infer<typeof importRefusalSchema>;

const WARNING_CODES = [
  /** Checks of which no call could be made. */
  "checks-unread",
  /** Checks that the right program does not meet; their calls are left out. */
  "checks-disagree",
  /** A visible test was made of a call that no test has. */
  "test-added",
  /** The bug fails every call that was found: the task has one visible test, of several calls together. */
  "fails-every-call",
  /** Few calls that are like the known ones: hidden tests go further than those do. */
  "calls-widened",
  /** Few calls at all: hidden tests make two at once. */
  "calls-paired",
  /** Nobody says what the program is for, beyond its tests. */
  "no-description",
] as const;

const importWarningSchema = z.strictObject({ code: z.enum(WARNING_CODES), count: z.number() });
export type ImportWarning = z.infer<typeof importWarningSchema>;

const importedTaskSchema = z.strictObject({
  task: z.string(),
  difficulty: z.enum(DIFFICULTIES),
  /** Of the visible tests. */
  failsVisible: z.number(),
  /** Share of the hidden tests of a few seeds. */
  failsHidden: z.number(),
});

export const importedProgramSchema = z.strictObject({
  program: z.string(),
  /** Null for a program that is refused as a whole. */
  taken: z
    .strictObject({
      split: z.enum(SPLITS),
      visibleTests: z.number(),
      /** Calls that hidden tests are drawn from. */
      hiddenCalls: z.number(),
      tasks: z.array(importedTaskSchema),
      warnings: z.array(importWarningSchema),
    })
    .nullable(),
  refused: z.array(z.strictObject({ bug: z.string().nullable(), refusal: importRefusalSchema })),
});
export type ImportedProgram = z.infer<typeof importedProgramSchema>;

/** Of a library: how many came how far. */
const libraryStagesSchema = z.strictObject({
  /** Of its own tests, how many ended in which way. */
  tests: z.record(z.string(), z.number()),
  /** Calls of the library that were seen, that could be written down, that give the same in the sandbox, and that are used. */
  seen: z.number(),
  recorded: z.number(),
  usable: z.number(),
  kept: z.number(),
});
export type LibraryStages = z.infer<typeof libraryStagesSchema>;

export const importReportSchema = z.strictObject({
  format: z.string(),
  programs: z.array(importedProgramSchema),
  takenPrograms: z.number(),
  refusedPrograms: z.number(),
  tasks: z.number(),
  /** Of programs of which others are taken. */
  refusedBugs: z.number(),
  stages: libraryStagesSchema.optional(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

/** The report of all programs, with its sums. */
export function toImportReport(format: string, programs: readonly ImportedProgram[]): ImportReport {
  const taken = programs.flatMap((one) => one.taken ?? []);
  const ofTaken = programs.filter((one) => one.taken !== null).flatMap(({ refused }) => refused);
  return {
    format,
    programs: [...programs],
    takenPrograms: taken.length,
    refusedPrograms: programs.length - taken.length,
    tasks: taken.reduce((sum, { tasks }) => sum + tasks.length, 0),
    refusedBugs: ofTaken.filter(({ bug }) => bug !== null).length,
  };
}

/** A program of which nothing is taken. */
export function refusedProgram(program: string, refusal: ImportRefusal): ImportedProgram {
  return { program, taken: null, refused: [{ bug: null, refusal }] };
}
