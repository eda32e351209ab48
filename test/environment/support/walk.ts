/** Plays words of an arena's alphabet and keeps the account of every step in all three profiles at once. */
import { advanceEpisode } from "../../../src/environment/advance.ts";
import { beginEpisode, type Episode } from "../../../src/environment/episode.ts";
import { Examiner } from "../../../src/environment/examiner.ts";
import type { StepFacts } from "../../../src/environment/reward/facts.ts";
import { EMPTY_LEDGER } from "../../../src/environment/reward/ledger.ts";
import { type PricedStep, priceStep } from "../../../src/environment/reward/reward.ts";
import { type HiddenCount, REWARD_PROFILES, type RewardProfile } from "../../../src/protocol/protocol.ts";
import type { Arena } from "./arena.ts";

export type Prices = Readonly<Record<RewardProfile, PricedStep>>;

/** An episode after some letters. */
export interface Node {
  readonly word: string;
  readonly parent: Node | null;
  readonly episode: Episode;
  readonly prices: Prices;
  /** Facts of the last step; null at the root. */
  readonly facts: StepFacts | null;
}

export interface Walk {
  readonly arena: Arena;
  readonly maxSteps: number;
  readonly examiner: Examiner;
}

const NOTHING: PricedStep = {
  ledger: EMPTY_LEDGER,
  components: { step_cost: 0, run_tests: 0, progress: 0, penalty: 0, final: 0 },
  reward: 0,
};

/** Texts are run once for all walks of an examiner. */
export function examinerFor({ choice, sandbox }: Arena, hiddenCount: HiddenCount = "shown"): Examiner {
  const { program, code } = choice.task;
  const given = code.text.endsWith("\n") ? code : code.with(`${code.text}\n`);
  return new Examiner({ program, given, seed: 7, hiddenCount, sandbox, session: undefined });
}

export function root({ arena, maxSteps }: Walk): Node {
  // Facts are the same in every profile, but `dense` does not ask for all of them.
  const request = { seed: 7, episode_id: "walk", max_steps: maxSteps, reward: "sparse" } as const;
  const prices = { dense: NOTHING, potential: NOTHING, sparse: NOTHING };
  return { word: "", parent: null, episode: beginEpisode(arena.choice, request), prices, facts: null };
}

export async function follow(walk: Walk, node: Node, letter: string): Promise<Node> {
  const act = walk.arena.alphabet[letter];
  if (act === undefined) throw new Error(`There is no letter ${letter}`);
  const { examiner } = walk;
  const { text, source } = node.episode.workspace;
  const { episode, facts } = await advanceEpisode(node.episode, act(text, source), { examiner });
  return { word: node.word + letter, parent: node, episode, prices: priced(node.prices, facts, walk.maxSteps), facts };
}

/** Plays a word from the start; the episode must not end before its last letter. */
export async function play(walk: Walk, word: string): Promise<Node> {
  let node = root(walk);
  for (const letter of word) node = await follow(walk, node, letter);
  return node;
}

/** Which words to play: those of up to `depth` of the letters. */
export interface Reach {
  readonly letters: string;
  readonly depth: number;
}

/** Plays every word within reach, and visits each of them after its beginnings. */
export async function explore(walk: Walk, { letters, depth }: Reach, visit: (node: Node) => void): Promise<void> {
  const descend = async (node: Node): Promise<void> => {
    visit(node);
    if (node.episode.done || node.word.length === depth) return;
    for (const letter of letters) await descend(await follow(walk, node, letter));
  };
  await descend(root(walk));
}

export function isSolved(node: Node): boolean {
  return node.facts?.end?.solved === true;
}

/** Whether the last step changed nothing and told nothing: neither a first look, nor results that were not known. */
export function isWasted({ parent, facts, episode }: Node): boolean {
  if (parent === null || facts === null || facts.edited || facts.end !== null) return false;
  const before = parent.episode.workspace;
  if (facts.kind === "looks") return parent.prices.dense.ledger.deeds.edited || before.viewed.size > 0;
  return episode.workspace.told.size === before.told.size;
}

/** Whether two nodes stand at the same place: the same text, and the agent knows the same. */
export function isSamePlace(one: Node, other: Node): boolean {
  const [a, b] = [one.episode.workspace, other.episode.workspace];
  return a.key === b.key && a.told.size === b.told.size && a.viewed.size === b.viewed.size;
}

function priced(before: Prices, facts: StepFacts, maxSteps: number): Prices {
  const of = (profile: RewardProfile) => priceStep(before[profile].ledger, facts, { profile, maxSteps });
  return { dense: of("dense"), potential: of("potential"), sparse: of("sparse") };
}

/** The return so far in each profile, in millionths. */
export function returns(node: Node): readonly number[] {
  return REWARD_PROFILES.map((profile) => node.prices[profile].ledger.total);
}
