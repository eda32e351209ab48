/** Tells programs that draw by chance, whose calls are made again under another one. */

const WORDS_OF_CHANCE = /\b(?:random|secrets|urandom|uuid[14])\b/;

/** Whether what the text gives may hang on chance. */
export function mayDraw(text: string): boolean {
  return WORDS_OF_CHANCE.test(text);
}

/** The same call after other draws; it binds no name. */
export function afterOtherDraws(call: string): string {
  return `__import__("random").seed(1)\n__import__("secrets").token_bytes(16)\n${call}`;
}
