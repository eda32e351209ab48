/** Zod's findings in the words of OpenEnv's own validation, which its clients know from Pydantic. */
import type { z } from "zod";
import { countOf, type Issue, invalidRequest, issueAbout, type TraceFixError } from "../../protocol/protocol.ts";

/** Of unknown keys, as many as are worth naming. */
const MAX_KEYS = 32;

type ZodIssue = z.core.$ZodIssue;
type Loc = Issue["loc"];

interface IssueOptions {
  /** Stands before every location: `["body"]`. */
  readonly prefix?: Loc;
  /** The field that holds the agent's action: OpenEnv locates what is inside it from there, without any prefix. */
  readonly actionField?: string;
}

/** An error that lists what is wrong with `input`. */
export function validationError(error: z.core.$ZodError, input: unknown, options: IssueOptions = {}): TraceFixError {
  return invalidMessage(error.issues.flatMap((issue) => translate(issue, input, options)));
}

/** Issues that a message puts into words; the rest is in its list. */
const MAX_SPOKEN = 3;

/**
 * An error of one issue or several. The message begins as OpenEnv's does and goes on with what is wrong: its clients show
 * nothing else.
 */
export function invalidMessage(issues: readonly Issue[]): TraceFixError {
  const spoken = issues.slice(0, MAX_SPOKEN).map(inWords);
  const more = issues.length > MAX_SPOKEN ? [`and ${issues.length - MAX_SPOKEN} more`] : [];
  return invalidRequest(["Invalid message", [...spoken, ...more].join("; ")].join(": "), issues);
}

/** `data.seed: Input should be a valid number`. */
export function inWords({ loc, msg }: Issue): string {
  return loc.length === 0 ? msg : `${loc.join(".")}: ${msg}`;
}

/** The parts of an issue: small inputs are repeated, big ones left out. */
export function issueWith(type: string, loc: Loc, { msg, input }: { msg: string; input: unknown }): Issue {
  return issueAbout(input, { type, loc, msg });
}

function translate(found: ZodIssue, root: unknown, options: IssueOptions): Issue[] {
  const path = found.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const input = lookUp(root, path);
  if (found.code === "unrecognized_keys") {
    return found.keys.slice(0, MAX_KEYS).map((key) => {
      const details = { msg: "Extra inputs are not permitted", input: lookUp(input, [key]) };
      return issueWith("extra_forbidden", locate([...path, key], options), details);
    });
  }
  if (input === undefined) {
    const details = { msg: "Field required", input: lookUp(root, path.slice(0, -1)) };
    return [issueWith("missing", locate(path, options), details)];
  }
  const [type, msg] = describe(found);
  return [issueWith(type, locate(path, options), { msg, input })];
}

function locate(path: Loc, { prefix = [], actionField }: IssueOptions): Loc {
  const insideAction = actionField !== undefined && path[0] === actionField && path.length > 1;
  return insideAction ? path.slice(1) : [...prefix, ...path];
}

/** Only own keys: a path never leads into a prototype. */
function lookUp(root: unknown, path: Loc): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

const WRONG_TYPE: Readonly<Record<string, readonly [type: string, msg: string]>> = {
  string: ["string_type", "Input should be a valid string"],
  boolean: ["bool_type", "Input should be a valid boolean"],
  array: ["list_type", "Input should be a valid list"],
  object: ["dict_type", "Input should be a valid dictionary"],
  int: ["int_from_float", "Input should be a valid integer, got a number with a fractional part"],
  number: ["number_type", "Input should be a valid number"],
};

function describe(found: ZodIssue): readonly [type: string, msg: string] {
  switch (found.code) {
    case "invalid_type":
      return WRONG_TYPE[found.expected] ?? ["value_error", found.message];
    case "invalid_value":
      return ["literal_error", `Input should be ${alternatives(found.values.map(String))}`];
    case "too_small":
      // A query's numbers arrive as texts.
      if (found.origin === "string")
        return ["string_too_short", `String should have at least ${characters(found.minimum)}`];
      return found.inclusive
        ? ["greater_than_equal", `Input should be greater than or equal to ${found.minimum}`]
        : ["greater_than", `Input should be greater than ${found.minimum}`];
    case "too_big":
      if (found.origin === "string")
        return ["string_too_long", `String should have at most ${characters(found.maximum)}`];
      return ["less_than_equal", `Input should be less than or equal to ${found.maximum}`];
    default:
      return ["value_error", found.message];
  }
}

function characters(count: number | bigint): string {
  return countOf(Number(count), "character");
}

function alternatives(values: readonly string[]): string {
  const quoted = values.map((value) => `'${value}'`);
  const last = quoted.pop();
  return quoted.length === 0 ? `${last}` : `${quoted.join(", ")} or ${last}`;
}
