/** Gathers what is known of the quality of tasks: nothing is run, all of it was measured before or is counted here. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../ground/package-root.ts";
import { LANGUAGE_PACKS } from "../../languages/languages.ts";
import { DIFFICULTIES, SPLITS } from "../../protocol/protocol.ts";
import { BrokenProgramError } from "../../tasks/broken-program.ts";
import { countNearDuplicates } from "../../tasks/generation/making/near-duplicates.ts";
import { tallyMutants } from "../../tasks/generation/making/tally-mutants.ts";
import type { LoadedProgram } from "../../tasks/load-program.ts";
import { type ListedTask, listImpossible, listTasks, mutantTask } from "../../tasks/mutants/program-tasks.ts";
import { type IntegrityRow, integrityKey, readIntegrity } from "../../tasks/quality/integrity-record.ts";
import { USUAL_INTEGRITY } from "../../tasks/quality/usual-integrity.ts";
import { packageIntegrity, packagePrograms } from "../../tasks/supply/package-programs.ts";
import { listPrograms, readProgram } from "../../tasks/supply/read-programs.ts";
import { sumOf } from "../integrity-output.ts";
import { CARD_SETS, type CardSet } from "./card-sets.ts";
import { type DifficultyFigures, difficultyFigures, measuredTasks } from "./difficulty-figures.ts";

export interface SetFigures {
  readonly tasks: number;
  readonly programs: number;
  readonly by_split: Readonly<Record<string, number>>;
  readonly by_difficulty: Readonly<Record<string, number>>;
}

export interface IntegrityFigures {
  /** Programs that were measured as they are, and all there are. */
  readonly programs: number;
  readonly of: number;
  readonly first_order: number;
  readonly second_order: number;
  readonly calls: number;
  readonly presumed_equivalent: number;
  readonly wrong: number;
  readonly accepted: number;
  readonly false_accept_share: number | null;
  /** Of wrong programs by chance, the share that an episode's hidden calls fail. */
  readonly sampled: number;
  readonly killed: number;
  readonly unseen: number;
  readonly by_search: number;
  readonly rows: readonly IntegrityRow[];
  readonly not_measured: readonly string[];
}

export interface TaskCard {
  readonly sets: Partial<Readonly<Record<CardSet, SetFigures>>>;
  readonly generated: {
    readonly realistic: number;
    readonly own_test: number;
    readonly by_class: Readonly<Record<string, number>>;
    /** The mean chance that a hundred hidden calls show a task's bug, from the share of 200 calls on which it differs. */
    readonly mean_hidden_chance: number;
  };
  readonly difficulty: DifficultyFigures;
  readonly integrity: IntegrityFigures;
  /** Right programs written otherwise that lie beside the tests; null where the tests do not. */
  readonly right_rewrites: number | null;
  readonly near_duplicates: { readonly repairs: number; readonly shared: number; readonly across_splits: number };
}

/** An episode's hidden calls. */
const HIDDEN_CALLS = 100;

/** @throws BrokenProgramError */
export async function buildTaskCard(sets: readonly CardSet[] = CARD_SETS): Promise<TaskCard> {
  const { own, catalogue } = packagePrograms();
  const [classic, generated] = [await loadAll(own), await loadAll(catalogue)];
  const listed = {
    classic: tasksOf(classic, listTasks),
    generated: tasksOf(generated, listTasks),
    impossible: tasksOf(generated, listImpossible),
  };
  const tally = tallyMutants(generated);
  const mutants = generated.flatMap((loaded) => loaded.mutants);
  const missed = sumOf(mutants, ({ differs }) => (1 - differs) ** HIDDEN_CALLS);
  return {
    sets: Object.fromEntries(sets.map((set) => [set, figuresOf(listed[set])])),
    generated: {
      realistic: tally.realistic,
      own_test: tally.promoted,
      by_class: Object.fromEntries(tally.byRealism),
      mean_hidden_chance: 1 - missed / Math.max(1, mutants.length),
    },
    difficulty: difficultyFigures(measuredTasks(generated)),
    integrity: integrityFigures([...classic, ...generated], await readIntegrity(packageIntegrity())),
    right_rewrites: await countRewrites(),
    near_duplicates: nearDuplicates([...classic, ...generated]),
  };
}

async function loadAll(root: string): Promise<LoadedProgram[]> {
  const programs: LoadedProgram[] = [];
  for (const place of await listPrograms(root)) {
    const { loaded, problems } = await readProgram(place);
    if (loaded === null) throw new BrokenProgramError(problems);
    programs.push(loaded);
  }
  return programs;
}

interface PlacedTask extends ListedTask {
  readonly program: LoadedProgram["program"];
}

function tasksOf(
  programs: readonly LoadedProgram[],
  list: (loaded: LoadedProgram) => readonly ListedTask[],
): PlacedTask[] {
  return programs.flatMap((loaded) => list(loaded).map((task) => ({ ...task, program: loaded.program })));
}

function figuresOf(tasks: readonly PlacedTask[]): SetFigures {
  const count = (isOne: (task: PlacedTask) => boolean) => tasks.filter(isOne).length;
  return {
    tasks: tasks.length,
    programs: new Set(tasks.map(({ program }) => program.name)).size,
    by_split: Object.fromEntries(SPLITS.map((split) => [split, count(({ program }) => program.split === split)])),
    by_difficulty: Object.fromEntries(
      DIFFICULTIES.map((level) => [level, count(({ difficulty }) => difficulty === level)]),
    ),
  };
}

function integrityFigures(
  programs: readonly LoadedProgram[],
  known: ReadonlyMap<string, IntegrityRow>,
): IntegrityFigures {
  const rows = programs.flatMap((loaded) => {
    const row = known.get(loaded.program.name);
    return row !== undefined && row.key === integrityKey(loaded, USUAL_INTEGRITY) ? [row] : [];
  });
  const measured = new Set(rows.map(({ program }) => program));
  const wrong = sumOf(rows, (row) => row.wrong);
  const accepted = sumOf(rows, (row) => row.accepted.length);
  return {
    programs: rows.length,
    of: programs.length,
    first_order: sumOf(rows, (row) => row.first_order),
    second_order: sumOf(rows, (row) => row.second_order),
    calls: sumOf(rows, (row) => row.calls),
    presumed_equivalent: sumOf(rows, (row) => row.presumed_equivalent),
    wrong,
    accepted,
    false_accept_share: wrong === 0 ? null : accepted / wrong,
    sampled: sumOf(rows, (row) => row.sampled),
    killed: sumOf(rows, (row) => row.killed),
    unseen: sumOf(rows, (row) => row.unseen),
    by_search: sumOf(rows, (row) => row.by_search),
    rows,
    not_measured: programs.map(({ program }) => program.name).filter((name) => !measured.has(name)),
  };
}

async function countRewrites(): Promise<number | null> {
  let count = 0;
  for (const language of LANGUAGE_PACKS.keys()) {
    const corpus = join(packageRoot(), "test", "tasks", "corpus", language);
    const programs = await readdir(corpus).catch(() => null);
    if (programs === null) return null;
    for (const program of programs) count += (await readdir(join(corpus, program, "right")).catch(() => [])).length;
  }
  return count;
}

function nearDuplicates(programs: readonly LoadedProgram[]): TaskCard["near_duplicates"] {
  const tasks = programs.flatMap(({ program, tasks: written, mutants }) =>
    [...written, ...mutants.map((mutant) => mutantTask(program, mutant))].map(({ code }) => {
      return { split: program.split, given: code, solution: program.solution };
    }),
  );
  const { repairs, shared, across } = countNearDuplicates(tasks);
  return { repairs, shared, across_splits: across };
}
