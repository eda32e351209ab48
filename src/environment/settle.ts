/** Waits for work that runs side by side. */

/** Like `Promise.all`, but a failure is told only when nothing runs any more, so that a retry meets no leftovers. */
export async function settleAll<const Work extends readonly Promise<unknown>[]>(
  work: Work,
): Promise<{ -readonly [Key in keyof Work]: Awaited<Work[Key]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
