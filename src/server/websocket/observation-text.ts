/**
 * The JSON of an observation: what `jsonText` makes of it, faster, because most steps leave the code, the results
 * and what is said of them as they were.
 */
import { z } from "zod";
import { BoundedMap } from "../../ground/bounded-map.ts";
import { type CodeObservation, codeObservationSchema, isFields, stepMetadataSchema } from "../../protocol/protocol.ts";
import { jsonText } from "../json/json-text.ts";

type Fields = Readonly<Record<string, unknown>>;

/** @param metadata the JSON of the observation's metadata, which its frame holds a second time */
export function observationText(observation: CodeObservation, metadata: string): string {
  return writeObservation(observation, metadata);
}

/** The JSON of what reset or a step adds to an observation. */
export function metadataText(metadata: CodeObservation["metadata"]): string {
  return "reward_components" in metadata ? writeStep(metadata) : jsonText(metadata);
}

/** Writes the fields that a schema has, in its order; what is absent is left out. */
function writerOf({ shape }: z.ZodObject): (fields: Fields, metadata?: string) => string {
  const parts = Object.entries(shape).map(([name, schema]) => {
    return { name, key: `"${name}":`, inner: schema instanceof z.ZodObject ? writerOf(schema) : null };
  });
  return (fields, metadata) => {
    let text = "";
    for (const { name, key, inner } of parts) {
      const value = fields[name];
      if (value === undefined) continue;
      const written =
        name === "metadata" && metadata !== undefined
          ? metadata
          : inner !== null && isFields(value)
            ? inner(value)
            : valueText(value);
      text += text === "" ? key + written : `,${key}${written}`;
    }
    return `{${text}}`;
  };
}

const writeObservation = writerOf(codeObservationSchema);
const writeStep = writerOf(stepMetadataSchema);

function valueText(value: unknown): string {
  if (typeof value === "string") return stringText(value);
  if (typeof value === "number") return numberText(value);
  return typeof value === "object" && value !== null ? objectText(value) : jsonText(value);
}

/** A number as JSON has it, which knows no infinities. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? `${value}` : "null";
}

/** JSON of objects that never change, for as long as they live. */
const objects = new WeakMap<object, string>();

function objectText(value: object): string {
  const known = objects.get(value);
  if (known !== undefined) return known;
  const text = jsonText(value);
  objects.set(value, text);
  return text;
}

/** Short enough to be looked at, and nothing in it that JSON would escape. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]{0,100}$/;
const MAX_KEPT_CHARACTERS = 10_000;
const MAX_KEPT_STRINGS = 256;

/** JSON of the strings written last. */
const strings = new BoundedMap<string, string>({ max: MAX_KEPT_STRINGS });

export function stringText(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (value.length > MAX_KEPT_CHARACTERS) return jsonText(value);
  const known = strings.get(value);
  if (known !== undefined) return known;
  const text = jsonText(value);
  strings.set(value, text);
  return text;
}
