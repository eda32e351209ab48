/** What a policy sent, as a message quotes it. */
import { truncate } from "../ground/truncate.ts";

/** In quotation marks, of at most `maxLength` characters within them. */
export function quoteSent(text: string, maxLength: number): string {
  return JSON.stringify(truncate(text, maxLength));
}
