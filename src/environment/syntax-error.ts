/** Says why a text does not parse. */

import { truncate } from "../ground/truncate.ts";
import type { SyntaxProblem } from "../sandbox/sandbox.ts";
import { syntaxProblem } from "../words/file-words.ts";

const MAX_TYPE = 200;
/** A language may name what it complains of in full, and a name may be as long as the file. */
const MAX_MESSAGE = 500;

/** `SyntaxError at line 4, column 9: invalid syntax` */
export function describeSyntaxProblem({ type, message, line, column }: SyntaxProblem): string {
  return syntaxProblem(truncate(type, MAX_TYPE), truncate(message, MAX_MESSAGE), { line, column });
}
