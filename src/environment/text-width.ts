/** How much memory a text takes. */

const NOT_LATIN_1 = /[\u0100-\uffff]/;

/** Bytes a character: the engine keeps a text in single bytes while all of it is Latin-1. */
export function widthOf(text: string): 1 | 2 {
  return NOT_LATIN_1.test(text) ? 2 : 1;
}
