/** The errors a caller can meet: a stable code, an HTTP status and a sentence that says what to do. */
import { z } from "zod";
import { beginningOf } from "./text.ts";

/** Every code a client can receive; the HTTP status is what the same fault answers over HTTP. */
export const ERROR_STATUS = {
  INVALID_JSON: 422,
  UNKNOWN_TYPE: 422,
  VALIDATION_ERROR: 422,
  EXECUTION_ERROR: 409,
  REQUEST_ID_REUSED: 409,
  MOVED: 409,
  RESUME_DIFFERS: 409,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CAPACITY_REACHED: 503,
  FACTORY_ERROR: 503,
  NOT_DURABLE: 503,
  SESSION_ERROR: 400,
  INTERNAL_ERROR: 500,
  NOT_SUPPORTED: 501,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One fault inside a request, in the shape that OpenEnv's own validation reports. */
export const issueSchema = z.object({
  type: z.string(),
  loc: z.array(z.union([z.string(), z.number()])),
  msg: z.string(),
  input: z.unknown().optional(),
});
export type Issue = z.infer<typeof issueSchema>;

/** Enough to mend a request by; a hostile one could have a hundred thousand. */
const MAX_ISSUES = 32;
/** An input is repeated in its issue as long as its JSON is no longer than this. */
const MAX_INPUT_CHARACTERS = 1_000;
/** A field's name that was sent is repeated up to here. */
const MAX_NAME_CHARACTERS = 100;

/**
 * An issue that repeats of what was sent only what is short, however much it was.
 *
 * ```ts
 * issueAbout("six", { type: "int_type", loc: ["seed"], msg: "send a whole number" }).input // "six"
 * ```
 */
export function issueAbout(input: unknown, { type, loc, msg }: Omit<Issue, "input">): Issue {
  const json = JSON.stringify(input);
  const short = json === undefined || json.length <= MAX_INPUT_CHARACTERS;
  const named = loc.map((key) => (typeof key === "string" ? beginningOf(key, MAX_NAME_CHARACTERS) : key));
  return { type, loc: named, msg, ...(short && { input: input ?? null }) };
}

/**
 * A request that makes no sense, with what is wrong in it.
 *
 * ```ts
 * invalidRequest("There is no such task.", []).code // "VALIDATION_ERROR"
 * ```
 */
export function invalidRequest(message: string, issues: readonly Issue[]): TraceFixError {
  return new TraceFixError("VALIDATION_ERROR", message, { errors: issues.slice(0, MAX_ISSUES) });
}

/** A caller's mistake, or a state that refuses the request; its message is safe to show to any client. */
export class TraceFixError extends Error {
  readonly code: ErrorCode;
  /** Further public fields of the error frame, such as `errors` or `max_sessions`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "TraceFixError";
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
