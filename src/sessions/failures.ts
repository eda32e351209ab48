/** Turns whatever went wrong inside a session into an error that any client may see. */
import { randomUUID } from "node:crypto";
import type { BaseLogger } from "pino";
import { NotLoggedError } from "../environment/episode-log.ts";
import { GradePendingError, UngradableError } from "../environment/ungraded.ts";
import { type ErrorCode, TraceFixError } from "../protocol/protocol.ts";
import { SandboxError, type SandboxErrorCode } from "../sandbox/sandbox.ts";

interface TryAgainOptions {
  readonly status: 429 | 503 | 504;
  readonly code?: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A refusal that is not the caller's doing: nothing has changed, and the same request may succeed later. */
export class TryAgainError extends TraceFixError {
  readonly #status: number;

  constructor(message: string, { status, code = "EXECUTION_ERROR", details = {} }: TryAgainOptions) {
    super(code, message, details);
    this.name = "TryAgainError";
    this.#status = status;
  }

  override get status(): number {
    return this.#status;
  }
}

const SANDBOX_FAILURES: Record<SandboxErrorCode, string> = {
  QUEUE_FULL: "the sandbox has more work waiting than it accepts",
  WORKER_LOST: "the sandbox lost the worker that ran it",
  NO_WORKER: "no sandbox worker can be started at the moment, which is being tried again",
  CLOSED: "the server is stopping",
  IMAGE_UNUSABLE: "the sandbox's interpreter image cannot be used",
};

/** The error a client is told. One that we did not foresee is logged whole and named by a reference only. */
export function publicError(error: unknown, log: Pick<BaseLogger, "warn" | "error">): TraceFixError {
  if (error instanceof TraceFixError) return error;
  if (error instanceof SandboxError) {
    log.warn({ err: error }, "the sandbox could not serve");
    const why = SANDBOX_FAILURES[error.code];
    return new TryAgainError(`Cannot run the code: ${why}. The episode is unchanged; try again.`, { status: 503 });
  }
  if (error instanceof NotLoggedError)
    return notKept(error, log, "It is done once, however often you are told this: send the same again.");
  if (error instanceof GradePendingError) return pending(error.cause, log);
  if (error instanceof UngradableError) {
    log.error({ err: error.cause }, "an episode that was handed in cannot be graded: its program is unsound");
    return new TraceFixError("INTERNAL_ERROR", error.message);
  }
  const reference = randomUUID();
  log.error({ err: error, reference }, "unforeseen error");
  return new TraceFixError(
    "INTERNAL_ERROR",
    `Something is wrong with the server; its log says more under ${reference}.`,
  );
}

/** What is handed in stays so: all that can be done with the episode is to have it graded. */
const HANDED_IN = "is handed in as it was; send the step again to have it graded, before which nothing else is done.";

function pending(cause: unknown, log: Pick<BaseLogger, "warn" | "error">): TraceFixError {
  if (cause instanceof NotLoggedError) return notKept(cause, log, `The episode ${HANDED_IN}`);
  log.error({ err: cause }, "an episode that was handed in could not be graded yet");
  const why = cause instanceof SandboxError ? SANDBOX_FAILURES[cause.code] : "something is wrong with the server";
  return new TryAgainError(`Cannot grade the episode now: ${why}. It ${HANDED_IN}`, { status: 503 });
}

function notKept({ cause }: NotLoggedError, log: Pick<BaseLogger, "error">, remedy: string): TraceFixError {
  log.error({ err: cause }, "the log of episodes could not keep what came of a request");
  const message = `Cannot answer now: the server could not keep what came of this request. ${remedy}`;
  return new TryAgainError(message, { status: 503, code: "NOT_DURABLE" });
}
