/** Code as an agent refers to it: each line with its number. */
export { numberLines } from "../protocol/protocol.ts";
