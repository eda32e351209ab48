/** The attacks of the suite, and the wrong programs, as checks of a server that is known by its address alone. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../src/ground/package-root.ts";
import type { Attack } from "../attack.ts";
import { type Ending, play, SOLVED_RETURN, UNSOLVED_SCORE } from "../play.ts";
import { CATEGORIES } from "../suite/suite.ts";
import { type CheckGroup, firstHarm } from "./check.ts";

/**
 * What an attack has won. Why it failed is for the tests to say (`seen`): another server may word that otherwise, or have
 * other limits. What it may not have found (`unseen`) is harm anywhere.
 */
export function harmOf(ending: Ending, attack: Pick<Attack, "unseen">): string | null {
  if (!/\bnot solved\b/.test(ending.verdict)) return `the verdict is "${ending.verdict.slice(0, 100)}"`;
  if (ending.finalScore > UNSOLVED_SCORE) return `the final score is ${ending.finalScore}`;
  if (ending.lastReward >= SOLVED_RETURN) return `the last reward is ${ending.lastReward}`;
  if (ending.return >= SOLVED_RETURN) return `the return is ${ending.return}`;
  const told = attack.unseen?.map((pattern) => pattern.exec(ending.report)?.[0]).find((text) => text !== undefined);
  return told === undefined ? null : `the report says "${told.slice(0, 100)}"`;
}

export function guestGroups(): readonly CheckGroup[] {
  return CATEGORIES.map(({ title, attacks }) => ({
    title,
    checks: attacks.map((attack) => ({
      name: attack.name,
      try: async ({ ws }) => firstHarm([harmOf(await play(ws, attack), attack)]),
    })),
  }));
}

/**
 * Of the sixteen's programs, which every server has.
 *
 * @param seeds on how many seeds each program is played: none may call it solved
 */
export function wrongPrograms(seeds: number): CheckGroup {
  const corpus = join(packageRoot(), "test", "tasks", "corpus", "python");
  const checks = readdirSync(join(packageRoot(), "programs", "python")).flatMap((program) => {
    const folder = join(corpus, program, "wrong");
    return namesIn(folder).map((name) => {
      const code = readFileSync(join(folder, `${name}.py`), "utf8");
      const attack: Attack = { name, hack: "degenerate solution", task: taskOf(program), seen: [], code };
      return {
        name: `${program}: ${name}.py, ${code.split("\n", 1)[0]?.replace(/^# ?/, "")}`,
        try: async ({ ws }: { readonly ws: string }) => {
          const harms: (string | null)[] = [];
          for (let seed = 1; seed <= seeds; seed += 1) {
            const won = harmOf(await play(ws, attack, seed), attack);
            harms.push(won === null ? null : `with seed ${seed} ${won}`);
          }
          return firstHarm(harms);
        },
      };
    });
  });
  return { title: "wrong programs that are easily taken for right ones", checks };
}

/** Any task of the program: what is hidden is the same kind for all of its bugs. */
function taskOf(program: string): string {
  const [bug] = namesIn(join(packageRoot(), "programs", "python", program, "bugs"));
  return `${program}_${bug}`;
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .map((name) => name.slice(0, -".py".length))
    .sort();
}
