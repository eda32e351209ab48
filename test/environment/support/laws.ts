/** The seven laws of the reward, checked over every word of a few letters. Each violation is a sentence. */
import { REWARD_PROFILES, type RewardProfile } from "../../../src/protocol/protocol.ts";
import { explore, isSamePlace, isSolved, isWasted, type Node, play, type Reach, type Walk } from "./walk.ts";

/** The loop the environment teaches: run the tests, repair, run the tests, submit. */
export const DISCIPLINED = "TFT!";

/** The final score below which there is none. */
export const FLOOR = 10_000;

/** Lower and upper end of a range of millionths. */
interface Range {
  low: number;
  high: number;
}

/** Violations of laws 1 to 7 among all words within reach, at most a few dozen. */
export async function findViolations(walk: Walk, reach: Reach): Promise<readonly string[]> {
  const violations: string[] = [];
  const disciplined = await play(walk, DISCIPLINED);
  const seen = new Summary();
  const submitted = new Map<string, Node>();
  await explore(walk, reach, (node) => {
    if (violations.length > 30) return;
    if (node.episode.done) seen.add(node);
    if (node.word.endsWith("!")) submitted.set(node.word, node);
    violations.push(...boundViolations(node, disciplined), ...loopViolations(node), ...bonusViolations(node));
  });
  violations.push(...seen.violations(), ...waste(submitted), ...effort(submitted));
  if (seen.solved === 0) violations.push("no word solves the task");
  return violations;
}

/** Law 1: whatever solves is worth more than whatever does not, by its return and by its last reward. */
class Summary {
  solved = 0;
  readonly #ranges = new Map<string, { solved: Range; unsolved: Range }>();

  add(node: Node): void {
    if (isSolved(node)) this.solved++;
    for (const profile of REWARD_PROFILES) {
      this.#note(`return in ${profile}`, node, node.prices[profile].ledger.total);
      this.#note(`last reward in ${profile}`, node, node.prices[profile].reward);
    }
  }

  violations(): readonly string[] {
    return [...this.#ranges]
      .filter(([, { solved, unsolved }]) => solved.low <= unsolved.high)
      .map(([what, { solved, unsolved }]) => `law 1: ${what}: solved ${solved.low}, unsolved ${unsolved.high}`);
  }

  #note(what: string, node: Node, amount: number): void {
    const empty = (): Range => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY });
    const ranges = this.#ranges.get(what) ?? { solved: empty(), unsolved: empty() };
    const range = isSolved(node) ? ranges.solved : ranges.unsolved;
    range.low = Math.min(range.low, amount);
    range.high = Math.max(range.high, amount);
    this.#ranges.set(what, ranges);
  }
}

/** Laws 3, 4 (the floor), 5 and 6, which a single node can break. */
export function boundViolations(node: Node, disciplined: Node): readonly string[] {
  const { parent, facts, episode, word } = node;
  if (parent === null || facts === null) return [];
  const broken: string[] = [];
  for (const profile of REWARD_PROFILES) {
    const { reward, components, ledger } = node.prices[profile];
    const best = disciplined.prices[profile];
    const complain = (law: string) => broken.push(`${law}: ${word} in ${profile}: ${JSON.stringify(ledger)}`);
    if (facts.end !== null && ledger.total > best.ledger.total) complain("law 3");
    if (facts.end !== null && profile !== "potential" && reward > best.reward) complain("law 3, last reward");
    const untouched = episode.workspace.source.equals(episode.workspace.given);
    if (facts.end !== null && untouched && components.final !== 10_000) complain("law 4, untouched");
    if (facts.end !== null && (components.final < 10_000 || components.final > 980_000)) complain("law 5, final");
    if (!Number.isSafeInteger(reward) || reward < -150_000 || reward > 1_060_000) complain("law 5, reward");
    const sum = Object.values(components).reduce((total, part) => total + part, 0);
    const shaped = profile === "potential" && facts.end !== null && ledger.total !== node.prices.sparse.ledger.total;
    if (shaped) complain("potential shaping that does not sum to nothing");
    if (sum !== reward || parent.prices[profile].ledger.total + reward !== ledger.total) complain("law 6");
  }
  return broken;
}

/** Law 4: an agent that comes back to where it was has gained nothing on the way. */
export function loopViolations(node: Node): readonly string[] {
  if (node.episode.done) return [];
  const broken: string[] = [];
  for (let earlier = node.parent; earlier !== null; earlier = earlier.parent) {
    if (!isSamePlace(node, earlier)) continue;
    for (const profile of REWARD_PROFILES) {
      const gain = node.prices[profile].ledger.total - earlier.prices[profile].ledger.total;
      if (gain > 0) broken.push(`law 4: ${node.word} from ${earlier.word} in ${profile}: gained ${gain}`);
    }
  }
  return broken;
}

/** Law 2: taking out a step that was wasted makes a submitted episode better, or at the least no worse. */
function waste(submitted: ReadonlyMap<string, Node>): readonly string[] {
  const broken: string[] = [];
  for (const [word, node] of submitted) {
    for (let step = node.parent; step !== null; step = step.parent) {
      if (!isWasted(step)) continue;
      const at = step.word.length - 1;
      const shorter = submitted.get(word.slice(0, at) + word.slice(at + 1));
      if (shorter === undefined) broken.push(`law 2: ${word} without step ${at + 1} was not played`);
      else broken.push(...wasteViolations(node, shorter));
    }
  }
  return broken.slice(0, 30);
}

/** Law 2 for one episode and the same without one wasted step. */
export function wasteViolations(longer: Node, shorter: Node): readonly string[] {
  return REWARD_PROFILES.filter((profile) => !isDearer(profile, longer, shorter)).map(
    (profile) => `law 2: ${longer.word} pays as much as ${shorter.word} in ${profile}`,
  );
}

function isDearer(profile: RewardProfile, longer: Node, shorter: Node): boolean {
  const [before, after] = [shorter, longer].map((node) => node.prices[profile].ledger.total);
  if (before === undefined || after === undefined) return false;
  // What is at the floor already cannot be lowered.
  return profile === "dense" || before > FLOOR ? after < before : after === before;
}

/** Law 7: who has run the tests, made another program and run them again has more than who gave up. */
function effort(submitted: ReadonlyMap<string, Node>): readonly string[] {
  return [...submitted.values()].filter(isEffort).flatMap((node) =>
    ["!", "T!"].flatMap((word) => {
      const less = submitted.get(word);
      return less === undefined ? [`law 7: ${word} was not played`] : effortViolations(node, less);
    }),
  );
}

/** Law 7 for one episode that tried and one that gave up. */
export function effortViolations(node: Node, less: Node): readonly string[] {
  const [more, given] = [node.prices.dense.ledger.total, less.prices.dense.ledger.total];
  return more > given ? [] : [`law 7: ${node.word} earns ${more}, ${less.word} ${given}`];
}

/** Up to so many wasted steps do not make giving up the better choice. */
export const MOST_WASTED = 5;

/** Whether an episode is RUN_TESTS, one edit to another program, RUN_TESTS, SUBMIT, and waste without a penalty. */
function isEffort(node: Node): boolean {
  let kept = "";
  let wasted = 0;
  for (let step: Node = node; step.parent !== null; step = step.parent) {
    if (isWasted(step) && step.facts?.fault === null) wasted++;
    else if (step.facts?.kind !== "looks") kept = `${step.word.at(-1)}${kept}`;
  }
  return wasted <= MOST_WASTED && /^T[FHBO]T!$/.test(kept);
}

/** Law 7's other half: the diagnosis is paid once, to a run of the tests on another program, after one on the given. */
export function bonusViolations(node: Node): readonly string[] {
  if (node.prices.dense.components.run_tests === 0) return [];
  const { source, given, key } = node.episode.workspace;
  const earlier = pathTo(node).slice(0, -1);
  const firstEdit = earlier.findIndex(({ facts }) => facts?.edited);
  const firstRun = earlier.findIndex(({ facts }) => facts?.kind === "runs");
  const wrongs = [
    [earlier.some(({ prices }) => prices.dense.components.run_tests !== 0), "twice"],
    [firstRun < 0 || firstRun > firstEdit, "without a diagnosis"],
    [node.facts?.kind !== "runs" || node.parent?.episode.workspace.told.has(key), "for nothing new"],
    [source.equals(given) || !/[FHBO]/.test(node.word), "for the given program"],
  ] as const;
  return wrongs.filter(([isWrong]) => isWrong).map(([, what]) => `law 7: ${node.word} is paid ${what}`);
}

/** The steps to a node, the first one first. */
function pathTo(node: Node): readonly Node[] {
  return node.parent === null ? [] : [...pathTo(node.parent), node];
}
