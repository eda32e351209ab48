/** What sessions have done, counted for operators. */
import type { ErrorCode } from "../protocol/protocol.ts";

/** What all sessions together have done since the server started. */
export interface SessionCounts {
  resets: number;
  steps: number;
  /** Calls that rejected, for whatever reason; a policy's bad action is no failure but a step. */
  failures: number;
  /** The same, by the code that their callers were told. */
  readonly failuresByCode: Map<ErrorCode, number>;
}

/** @param code what the caller was told */
export function countFailure(counts: SessionCounts, code: ErrorCode): void {
  counts.failures += 1;
  counts.failuresByCode.set(code, (counts.failuresByCode.get(code) ?? 0) + 1);
}
