/** Writes program folders into a temporary root, sound ones that a test then spoils. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export const PROGRAM_YAML = `title: Double a number
description: double(n) returns twice n.
entry_point: double
difficulty: easy
split: train
tags: [arithmetic]
tests:
  - name: zero stays zero
    call: double(0)
    expect: 0
  - name: text cannot be doubled
    call: double(None)
    expect: {raises: TypeError}
  - name: halves need a tolerance
    call: double(0.5)
    expect: 1.0
    tolerance: 1e-9
bugs:
  cubed:
    title: The number is cubed
    bug_type: wrong-operator
  no_return:
    title: Nothing is returned
    bug_type: missing-step
    difficulty: hard
`;

export const SOUND_FILES: Readonly<Record<string, string>> = {
  "program.yaml": PROGRAM_YAML,
  "solution.py": "def double(n):\n    return 2 * n\n",
  "generate.py": 'def generate(rng):\n    return f"double({rng.randint(-999, 999)})"\n',
  "bugs/cubed.py": "def double(n):\n    return n**3\n",
  "bugs/no_return.py": "def double(n):\n    2 * n\n",
};

/** Files to write in place of the sound ones, by path within the program's folder; null leaves one out. */
export type Changes = Readonly<Record<string, string | null>>;

/**
 * A root with a program at each place, `python/double` for one.
 * @param later called with what removes it again; when the test is over, if left out
 */
export async function makeRoot(
  places: Readonly<Record<string, Changes>>,
  later: (undo: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "programs-"));
  later(() => rm(root, { recursive: true, force: true }));
  for (const [place, changes] of Object.entries(places)) {
    await writeFiles(join(root, place), { ...SOUND_FILES, ...changes });
  }
  return root;
}

export async function writeFiles(folder: string, files: Changes): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) continue;
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
