/** A place in a literal's text: takes what is expected there and says where something else stood. */
import { lineAt, lineStart } from "../../ground/line-at.ts";

export class LiteralCursor {
  readonly text: string;
  /** Index of the next character, in UTF-16 units. */
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  skipSpace(): void {
    this.takeMatch(/\s*/y);
  }

  /** Whether only space is left; skips it. */
  atEnd(): boolean {
    this.skipSpace();
    return this.position === this.text.length;
  }

  /** Takes this token, and any space before it, if it comes next. */
  take(token: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(token, this.position)) return false;
    this.position += token.length;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) this.fail(`expected ${token}`);
  }

  /** Takes what a sticky pattern matches here, or null. */
  takeMatch(pattern: RegExp): string | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match === null) return null;
    this.position += match[0].length;
    return match[0];
  }

  /** @throws SyntaxError always, naming the line and column of the cursor, both from 1. */
  fail(problem: string): never {
    const line = lineAt(this.text, this.position);
    const column = this.position - lineStart(this.text, this.position) + 1;
    const found = this.position < this.text.length ? "" : ", but the text ends there";
    throw new SyntaxError(`Cannot read the Python literal at line ${line}, column ${column}: ${problem}${found}`);
  }
}
