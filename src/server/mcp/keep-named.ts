/** A value as a schema names it: a field that the schema does not have is left out, however deep. */
import { z } from "zod";
import { isFields } from "../../protocol/protocol.ts";

export function keepNamed<Schema extends z.ZodType>(schema: Schema, value: z.infer<Schema>): z.infer<Schema>;
export function keepNamed(schema: z.ZodType, value: unknown): unknown {
  return kept(schema, value);
}

function kept(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return kept(schema.unwrap(), value);
  if (schema instanceof z.ZodUnion) return kept(likest(schema.options, value), value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => kept(schema.element, one));
  if (!(schema instanceof z.ZodObject) || !isFields(value)) return value;
  const named = Object.entries<z.core.$ZodType>(schema.shape).filter(([name]) => value[name] !== undefined);
  return Object.fromEntries(named.map(([name, field]) => [name, kept(field, value[name])]));
}

/** The form that has most of the value's fields. */
function likest(options: readonly z.core.$ZodType[], value: unknown): z.core.$ZodType {
  const names = isFields(value) ? Object.keys(value) : [];
  const shared = (option: z.core.$ZodType): number =>
    option instanceof z.ZodObject ? names.filter((name) => Object.hasOwn(option.shape, name)).length : 0;
  return options.reduce((best, option) => (shared(option) > shared(best) ? option : best));
}
