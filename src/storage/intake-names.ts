/** What files a store's folder has, by their names. */

export const DATABASE_FILE = "episodes.sqlite";

const INTAKE = /^intake-(\d{8})\.lines$/;
const DIGITS = 8;

/** The file that takes steps in; the database has taken over those of lower numbers. */
export function intakeName(number: number): string {
  return `intake-${String(number).padStart(DIGITS, "0")}.lines`;
}

/** @returns null for a file of another kind */
export function intakeNumber(name: string): number | null {
  const [, digits] = INTAKE.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** How far the intake goes: all of the files before, and so many bytes of this one. */
export interface IntakePlace {
  readonly file: number;
  readonly bytes: number;
}
