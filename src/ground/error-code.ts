/** What a system, a database or a framework calls an error. */

/** @returns null where it has no such name */
export function errorCodeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}
