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

type Write = (fields: Fields, metadata?: string) => string;
type FieldWriter = (value: unknown, metadata?: string) => string;

/**
 * Writes the fields that a schema has, in its order; what is absent is left out. It is compiled, since to look fields up
 * by names out of a list costs more than all else that is done to write them.
 */
function writerOf({ shape }: z.ZodObject): Write {
  const names = Object.keys(shape);
  const lines = names.map((name, at) => {
    const key = JSON.stringify(`${at === 0 ? "{" : ","}${JSON.stringify(name)}:`);
    const write = `text += ${key} + write${at}(value, metadata);`;
    // The first is always there: it needs no comma, whatever comes behind it.
    return `value = fields[${JSON.stringify(name)}]; ${at === 0 ? write : `if (value !== undefined) ${write}`}`;
  });
  const body = `return (fields, metadata) => { let text = "", value; ${lines.join("\n")} return text + "}"; }`;
  const make = new Function(...names.map((_, at) => `write${at}`), body);
  return make(...names.map((name) => fieldWriter(name, shape[name])));
}

function fieldWriter(name: string, schema: unknown): FieldWriter {
  if (name === "metadata") return (value, metadata) => metadata ?? valueText(value);
  if (!(schema instanceof z.ZodObject)) return valueText;
  const inner = writerOf(schema);
  return (value) => (isFields(value) ? inner(value) : valueText(value));
}

const writeObservation = writerOf(codeObservationSchema);
const writeStep = writerOf(stepMetadataSchema);

function valueText(value: unknown): string {
  if (typeof value === "string") return stringText(value);
  if (typeof value === "number") return numberText(value);
  if (value === null) return "null";
  return typeof value === "object" ? objectText(value) : jsonText(value);
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
