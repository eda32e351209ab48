/** Writes folders of made-up programs, sound ones, for measuring what a server does with very many tasks. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SPLITS = ["train", "validation", "test"];
const LEVELS = ["easy", "medium", "hard"];
const TYPES = ["off-by-one", "wrong-operator", "missing-step", "wrong-constant"];

/** @returns how many tasks the folder then has */
export function writePrograms(root, { prefix, programs, bugs }) {
  for (let number = 0; number < programs; number += 1) {
    const name = `${prefix}_${String(number).padStart(4, "0")}`;
    const folder = join(root, "python", name);
    mkdirSync(join(folder, "bugs"), { recursive: true });
    writeFileSync(join(folder, "program.yaml"), manifest(name, { number, bugs }));
    writeFileSync(join(folder, "solution.py"), code(name, { number, wrong: 0 }));
    writeFileSync(join(folder, "generate.py"), generator(name));
    for (let bug = 0; bug < bugs; bug += 1) {
      writeFileSync(join(folder, "bugs", `${bugName(bug)}.py`), code(name, { number, wrong: bug + 1 }));
    }
  }
  return programs * bugs;
}

function bugName(bug) {
  return `bug_${String(bug).padStart(2, "0")}`;
}

function manifest(name, { number, bugs }) {
  const tests = Array.from({ length: 8 }, (_, place) => {
    const values = Array.from({ length: place }, (__, more) => more + number);
    const expected = values.reduce((sum, value) => sum + (value > number ? value : 0), 0);
    return `  - name: a list of ${place} numbers from ${number} on\n    call: ${name}([${values.join(", ")}])\n    expect: ${expected}\n`;
  });
  const listed = Array.from({ length: bugs }, (_, bug) => {
    return `  ${bugName(bug)}:\n    title: A constant is off by ${bug + 1}\n    bug_type: ${TYPES[bug % TYPES.length]}\n`;
  });
  return `title: Sum of the numbers above ${number}
description: >-
  ${name}(numbers) takes a list of integers and returns the sum of those that are greater than ${number}, as an int. An
  empty list sums to 0, and so does one that has no such number.
entry_point: ${name}
difficulty: ${LEVELS[number % LEVELS.length]}
split: ${SPLITS[number % SPLITS.length]}
tags: [lists, made-up]
tests:
${tests.join("")}bugs:
${listed.join("")}`;
}

function code(name, { number, wrong }) {
  return `def ${name}(numbers):
    total = 0
    for value in numbers:
        if value > ${number}:
            total += value + ${wrong}
    return total
`.replace(" + 0\n", "\n");
}

function generator(name) {
  return `def small(rng):
    return f"${name}({[rng.randint(-9999, 9999) for _ in range(rng.randint(0, 8))]!r})"

STRATA = [small]
`;
}
