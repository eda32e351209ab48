/** Arguments of a tool that begins an episode, in their plain form: as forgiving of form as an action's. */
import type { z } from "zod";
import { inOrder, type Normalisation, wholeNumberIn } from "../../protocol/protocol.ts";

type Fields = Readonly<Record<string, unknown>>;

interface PlainArguments {
  readonly fields: Fields;
  readonly normalised: readonly Normalisation[];
}

/** What can be meant in one way only is put so; all else is left for the schema to refuse. */
export function plainArguments<Schema extends z.ZodObject>(schema: Schema, sent: Fields): PlainArguments {
  const found = new Set<Normalisation>();
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sent)) {
    if (value === "" && Object.hasOwn(schema.shape, name)) found.add("empty_field");
    else fields[name] = value;
  }
  for (const issue of schema.safeParse(fields).error?.issues ?? []) {
    const [name] = issue.path;
    if (typeof name !== "string" || issue.path.length > 1) continue;
    const value = fields[name];
    if (typeof value !== "string") continue;
    const number = issue.code === "invalid_type" ? wholeNumberIn(value) : null;
    const spelled = issue.code === "invalid_value" ? issue.values.find((known) => isSpelling(value, known)) : undefined;
    if (number !== null) found.add("number_as_text");
    if (spelled !== undefined) found.add("spelling");
    fields[name] = number ?? spelled ?? value;
  }
  return { fields, normalised: inOrder(found) };
}

function isSpelling(text: string, known: unknown): boolean {
  return text.trim().toLowerCase() === known;
}
