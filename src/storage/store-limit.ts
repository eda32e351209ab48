/** How long a call of a log of episodes may take: nobody cancels it. */
import { abortable, withDeadline } from "../ground/waits.ts";

export const STORE_LIMIT_MS = 10_000;

/** What comes later may have been done all the same: its outcome is unknown. @throws Error when the limit is over */
export function withinStoreLimit<Result>(work: Promise<Result>): Promise<Result> {
  const onTimeout = () => new Error(`The store of episodes has not answered in ${STORE_LIMIT_MS} ms`);
  return withDeadline((limit) => abortable(work, limit), { ms: STORE_LIMIT_MS, onTimeout });
}
