/** Code as an agent refers to it: each line with its number. */

/** `  9 | code`, one string a line, the first numbered `from`. */
export function numberLines(lines: readonly string[], from = 1): readonly string[] {
  const width = String(from + lines.length - 1).length;
  return lines.map((line, offset) => `${String(from + offset).padStart(width)} | ${line}`);
}
