/** Lists as Postgres reads them: the library could write them, too, but would ask each new connection for types first. */

/**
 * `{"a","b"}`, to be cast to the array that is meant.
 *
 * @param values texts without the character 0, which Postgres cannot keep, or numbers
 */
export function arrayLiteral(values: readonly (string | number)[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
