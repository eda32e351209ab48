/** What an action's form may be off by and still be taken as meant: it costs nothing, and every case is told. */
import { z } from "zod";

/** In the order in which an observation lists them. */
export const NORMALISATIONS = [
  "encoded_twice",
  "list_of_one",
  "spelling",
  "number_as_text",
  "empty_field",
  "unknown_field",
  "line_numbers",
  "code_fence",
  "first_line_indent",
  "block_indent",
] as const;

export const normalisationSchema = z.enum(NORMALISATIONS).meta({
  description:
    "encoded_twice: JSON in a text; list_of_one: the action in a list; spelling: run_tests; number_as_text: " +
    '"5"; empty_field: "" in a field without a use; unknown_field: left out; line_numbers, code_fence: taken off the ' +
    "block; first_line_indent, block_indent: the block's first line, or all of it, was indented.",
});
export type Normalisation = z.infer<typeof normalisationSchema>;

/**
 * Each once, in the order of the list above, however they were found.
 *
 * ```ts
 * inOrder(["code_fence", "spelling"]) // ["spelling", "code_fence"]
 * ```
 */
export function inOrder(found: Iterable<Normalisation>): readonly Normalisation[] {
  const all = new Set(found);
  // Of nearly every step.
  if (all.size === 0) return [];
  return NORMALISATIONS.filter((each) => all.has(each));
}
