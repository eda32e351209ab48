/** What is opened when it is first wanted, and then shared by all who want it. */

/** A failure is told to anyone who waits for it, and forgotten: who asks next tries again. */
export function openedOnce<Opened>(open: () => Promise<Opened>): () => Promise<Opened> {
  let opened: Promise<Opened> | null = null;
  return () =>
    (opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    }));
}
