/** Says which calls are no calls, and where they stand: whatever they gave would only puzzle their author. */
import type { Authoring } from "../../languages/language-pack.ts";
import type { Outcome } from "../../sandbox/sandbox.ts";
import { placeOfCall } from "../program-places.ts";
import { readTexts } from "../read-texts.ts";
import { type RunTestsOptions, toCall } from "../run-tests.ts";
import type { Program } from "../task.ts";

export interface CallOutcome {
  readonly call: string;
  /** On the solution. */
  readonly outcome: Outcome;
}

/** So many calls are looked at: their author mends what makes one and the others with it. */
const MOST_CALLS = 50;

/** What is wrong with calls whose outcome may mean that they are none, by call. */
export async function findCallFaults(
  program: Program,
  made: readonly CallOutcome[],
  { sandbox, ...options }: RunTestsOptions,
): Promise<ReadonlyMap<string, string>> {
  const { authoring } = program.language;
  const unknown = authoring === null ? [] : made.flatMap((one) => unknownName(one, authoring));
  const suspects = made.filter(({ outcome }) => maySpeakOfCall(outcome)).slice(0, MOST_CALLS);
  if (authoring === null || suspects.length === 0) return new Map(unknown);
  const { code, call } = authoring.findCallFaults(suspects.map((suspect) => suspect.call));
  const { outcomes } = await sandbox.run({ code, calls: [toCall(call)] }, options);
  const faults = readTexts(outcomes[0]) ?? [];
  const found = suspects.flatMap(({ call }, index) => (faults[index] ? [[call, faults[index]] as const] : []));
  return new Map([...unknown, ...found]);
}

/** A name that the call itself has, and nobody else: solution and bug raise alike, and would seem to agree. */
function unknownName({ call, outcome }: CallOutcome, { isUnknownName }: Authoring): (readonly [string, string])[] {
  if (outcome.kind !== "raised" || outcome.line !== null || outcome.place !== undefined || !isUnknownName(outcome))
    return [];
  return [[call, `it names what is not there (${outcome.message})`]];
}

/** Each with the place where its author wrote it. What a generator made is told by one call for each kind of fault. */
export function callProblems(program: Program, faults: ReadonlyMap<string, string>): string[] {
  const generated = new Set<string>();
  return [...faults].flatMap(([call, fault]) => {
    const place = placeOfCall(program, call);
    if (place !== undefined) {
      const { file, line, key } = place;
      return [`${file}${line === null ? "" : `:${line}`}: ${key === null ? "" : `${key}: `}${fault}`];
    }
    if (generated.has(fault)) return [];
    generated.add(fault);
    return [`a call of the generator, ${JSON.stringify(call)}: ${fault}`];
  });
}

/** A call without an expression gives nothing; one that does not parse raises. */
function maySpeakOfCall(outcome: Outcome): boolean {
  return (outcome.kind === "value" && outcome.value.type === "none") || outcome.kind === "raised";
}
