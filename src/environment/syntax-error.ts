/** Says why a text does not parse. */

import { truncate } from "../ground/truncate.ts";
import type { SyntaxProblem } from "../sandbox/sandbox.ts";

const MAX_TYPE = 200;
/** A language may name what it complains of in full, and a name may be as long as the file. */
const MAX_MESSAGE = 500;

/** `SyntaxError at line 4, column 9: invalid syntax` */
export function describeSyntaxProblem({ type, message, line, column }: SyntaxProblem): string {
  const place = line === null ? "" : ` at line ${line}${column === null ? "" : `, column ${column}`}`;
  return `${truncate(type, MAX_TYPE)}${place}: ${truncate(message, MAX_MESSAGE)}`;
}
