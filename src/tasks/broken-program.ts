/** What is wrong with task folders, said so that their author can mend all of it in one go. */
import { countOf } from "../protocol/protocol.ts";

export interface Problem {
  /** Path of the file or folder at fault. */
  readonly file: string;
  /** Line of that file, counted from 1; null where no one line is at fault. */
  readonly line: number | null;
  /** Place within the file, such as `tests[2].expect`; null where the whole file is at fault. */
  readonly key: string | null;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** One or more task folders cannot be used. */
export class BrokenProgramError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = countOf(problems.length, "problem");
    super(`Cannot load the tasks: ${count}.\n${problems.map(describeProblem).join("\n")}`);
    this.name = "BrokenProgramError";
    this.problems = problems;
  }
}

/** @throws BrokenProgramError of one file or folder as a whole */
export function refuseFile(file: string, message: string): never {
  throw new BrokenProgramError([{ file, line: null, key: null, message }]);
}

/** In one line, indented. */
export function describeProblem({ file, line, key, message }: Problem): string {
  return `  ${file}${line === null ? "" : `:${line}`}: ${key === null ? "" : `${key}: `}${message}`;
}

/** A task's name is `<program>_<bug>`, which two programs can come to in different ways. */
export function takenName(folder: string, { name, owner }: { name: string; owner: string }): Problem {
  return {
    file: folder,
    line: null,
    key: null,
    message: `rename the program or its bug: ${owner} has a task ${name} too`,
  };
}
