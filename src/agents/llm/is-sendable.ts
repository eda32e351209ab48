/** Whether a server would look at what a model wrote: a message that is none ends an episode, and a mistake must not. */

/** Half of what a server takes, and many times what any action has. */
const MAX_DEPTH = 32;
const MAX_PARTS = 1000;

/** Whether a value of JSON, its lists and objects counted with all they hold, is well within what may be sent. */
export function isSendable(value: unknown): boolean {
  const left = { parts: MAX_PARTS };
  return fits(value, MAX_DEPTH, left);
}

function fits(value: unknown, depth: number, left: { parts: number }): boolean {
  left.parts -= 1;
  if (left.parts < 0 || depth < 0) return false;
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every((item) => fits(item, depth - 1, left));
}
