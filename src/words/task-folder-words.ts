/** What a task says that is worked on in a folder of its own, with whatever tools there are, in place of an episode's actions. */

export interface FolderTask {
  readonly title: string;
  readonly language: string;
  readonly entryPoint: string;
  readonly description: string;
  /** Where its files lie. */
  readonly files: readonly string[];
  /** What each expects, as the language writes it. */
  readonly tests: readonly { readonly name: string; readonly call: string; readonly expected: string }[];
}

/** The whole instruction, as Markdown. It names no bug. */
export function folderInstruction({ title, language, entryPoint, description, files, tests }: FolderTask): string {
  const where = files.map((path) => `\`${path}\``).join(", ");
  const shown = tests.map(
    ({ name, call, expected }) => `${name}: \`${expected}\`\n\n${call.replaceAll(/^/gm, "    ")}`,
  );
  return `# ${title}

You are a software engineer. A program in ${language} has a bug. Find it, repair it in place with a small change, and prove
the repair before you stop. The program is in ${where}; its entry point is \`${entryPoint}\`. Files that you add are not
looked at.

What correct code does:

${description.trim()}

## Visible tests

Each evaluates the code, the last line of which gives the value. Hidden tests of the same kinds judge the program as well.

${shown.join("\n\n")}
`;
}

/** Why files that were handed in are no repair. */
export const NOT_HANDED_IN = {
  missing: (path: string) => `${path} is missing`,
  noFile: (path: string) => `${path} is no plain file of the folder`,
  tooLarge: (path: string, most: number) => `${path} has more than ${most} bytes`,
  noText: (path: string) => `${path} is no UTF-8 text`,
} as const;
