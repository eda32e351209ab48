/** Groups a library's calls into programs: by what is called, each with the code that its calls are the best to tell of. */
import { groupBy } from "../../../ground/group-by.ts";
import { lineAt, lineStarts } from "../../../ground/line-at.ts";
import type { Source } from "../../../sandbox/source.ts";
import type { Candidate } from "../../generation/making/candidates.ts";
import { enclosingFunction, parseProgram } from "../../generation/parsed-program.ts";
import { slugOf, takeName } from "../raw-program.ts";
import type { LibraryCall } from "./load-library.ts";

export interface CallGroup {
  /** The end of its program's name. */
  readonly name: string;
  /** The function or class that most of its calls are of, by its full name. */
  readonly topic: string;
  readonly visible: readonly LibraryCall[];
  readonly hidden: readonly LibraryCall[];
}

const FEWEST_VISIBLE = 6;
const MOST_VISIBLE = 10;
/** Hidden tests say too little with fewer. */
const FEWEST_HIDDEN = 24;
/** As many as an episode has; each mistake is tried on all of them. */
const MOST_HIDDEN = 100;
/** A mistake is to show on so many calls at least, so they have to reach it. */
const LEAST_SHARE = 0.05;

/** The groups in the order of their names, none with too few calls. */
export function groupCalls(calls: readonly LibraryCall[]): readonly CallGroup[] {
  const byTopic = [...groupBy(calls, ({ topic }) => topic)];
  const kept = byTopic.map(([topic, ofTopic]) => ({ topic, calls: mostTellingFirst(ofTopic) }));
  const isLarge = ({ calls: { length } }: { calls: readonly LibraryCall[] }) =>
    length >= FEWEST_VISIBLE + FEWEST_HIDDEN;
  const small = kept.filter((one) => !isLarge(one));
  const byModule = [...groupBy(small, ({ topic }) => moduleOf(topic))].map(([module, ofModule]) => ({
    module,
    topic: mostOf(ofModule),
    calls: ofModule.flatMap((one) => one.calls),
  }));
  const rest = byModule.filter((one) => !isLarge(one));
  const together = [
    ...kept.filter(isLarge).map((one) => ({ ...one, name: lastOf(one.topic) })),
    ...byModule.filter(isLarge).map((one) => ({ ...one, name: `${lastOf(one.module)} functions` })),
    { name: "other functions", topic: rest.length === 0 ? "" : mostOf(rest), calls: rest.flatMap((one) => one.calls) },
  ].filter(isLarge);
  const names = new Set<string>();
  return together.map(({ name: wanted, topic, calls: ofGroup }) => {
    const name = takeName(slugOf(wanted), names);
    const visible = chooseVisible(ofGroup);
    const hidden = ofGroup.filter((one) => !visible.includes(one)).slice(0, MOST_HIDDEN);
    return { name, topic, visible, hidden };
  });
}

/** Calls that execute the same lines say much the same: the first of each kind come first, then the second ones, and so on. */
function mostTellingFirst(calls: readonly LibraryCall[]): readonly LibraryCall[] {
  const counts = new Map<string, number>();
  const turns = calls.map((call) => {
    const key = `${call.member} ${[...call.reached].sort().join(" ")}`;
    add(counts, key);
    return { call, turn: counts.get(key) ?? 0 };
  });
  return turns.toSorted((one, other) => one.turn - other.turn).map(({ call }) => call);
}

/** Short calls of different tests, each of which executes lines that none before it has, as far as there are such. */
function chooseVisible(calls: readonly LibraryCall[]): readonly LibraryCall[] {
  const short = calls.toSorted((one, other) => one.call.length - other.call.length);
  const chosen = new Set<LibraryCall>();
  const seen = new Set<string>();
  const tests = new Set<string>();
  const isNew = ({ reached }: LibraryCall) => [...reached].some((place) => !seen.has(place));
  const rules = [
    (one: LibraryCall) => isNew(one) && !tests.has(testOf(one)),
    isNew,
    (one: LibraryCall) => !tests.has(testOf(one)),
  ];
  for (const rule of rules) {
    for (const one of short) {
      if (chosen.size >= MOST_VISIBLE || chosen.has(one) || !rule(one)) continue;
      chosen.add(one);
      tests.add(testOf(one));
      for (const place of one.reached) seen.add(place);
    }
  }
  for (const one of short) if (chosen.size < FEWEST_VISIBLE) chosen.add(one);
  return calls.filter((one) => chosen.has(one));
}

function testOf({ test }: LibraryCall): string {
  return test.replace(/\[.*$/, "");
}

function mostOf(groups: readonly { readonly topic: string; readonly calls: readonly LibraryCall[] }[]): string {
  return groups.toSorted((one, other) => other.calls.length - one.calls.length)[0]?.topic ?? "";
}

function moduleOf(topic: string): string {
  return topic.slice(0, topic.lastIndexOf("."));
}

function lastOf(topic: string): string {
  return topic.slice(topic.lastIndexOf(".") + 1);
}

/** Of each group those candidates whose function more of its calls execute than of any other's, and whose line enough do. */
export function shareCandidates(
  groups: readonly CallGroup[],
  solution: Source,
  candidates: readonly Candidate[],
): ReadonlyMap<CallGroup, readonly Candidate[]> {
  const functionOf = functionFinder(solution);
  const counted = groups.map((group) => {
    const lines = new Map<string, number>();
    const functions = new Map<string, number>();
    const calls = [...group.visible, ...group.hidden];
    for (const { reached } of calls) {
      for (const place of reached) add(lines, place);
      for (const name of new Set([...reached].map(functionOf))) add(functions, name);
    }
    return { group, lines, functions, total: calls.length };
  });
  const shared = new Map<CallGroup, Candidate[]>(groups.map((group) => [group, []]));
  for (const candidate of candidates) {
    const [edit] = candidate.edits;
    const name = candidate.functions[0] ?? "";
    if (edit === undefined || name.endsWith(" -1")) continue;
    const place = `${edit.path}:${lineAt(solution.files.get(edit.path) ?? "", edit.from)}`;
    const [owner] = counted.toSorted((a, b) => (b.functions.get(name) ?? 0) - (a.functions.get(name) ?? 0));
    if (owner === undefined || (owner.lines.get(place) ?? 0) < LEAST_SHARE * owner.total) continue;
    shared.get(owner.group)?.push(candidate);
  }
  return shared;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Names the innermost function around a place, as candidates name it. */
function functionFinder(solution: Source): (place: string) => string {
  const known = new Map<string, string>();
  const parsed = new Map(
    [...solution.files].map(([path, text]) => [path, { ...parseProgram(text), starts: lineStarts(text) }]),
  );
  return (place) => {
    const found = known.get(place);
    if (found !== undefined) return found;
    const at = place.lastIndexOf(":");
    const path = place.slice(0, at);
    const file = parsed.get(path);
    const start = file?.starts[Number(place.slice(at + 1)) - 1] ?? 0;
    const indent = file === undefined ? 0 : (/^\s*/.exec(file.text.slice(start))?.[0].length ?? 0);
    const node = file === undefined ? null : enclosingFunction(file.tree.resolveInner(start + indent, 1));
    const name = `${path} ${node?.from ?? -1}`;
    known.set(place, name);
    return name;
  };
}
