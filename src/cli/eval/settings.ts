/** The settings of `tracefix eval`: flags and environment variables, checked before anything is begun. */
import { z } from "zod";
import { parseSettings, setVariables } from "../../ground/parse-settings.ts";
import { DIFFICULTIES, SPLITS, taskSetSchema } from "../../protocol/protocol.ts";

/** A person's mistake, or something missing: told as it is, without a stack, and the command ends with 2. */
export class StartError extends Error {}

const count = (most = 1_000_000) => z.coerce.number().int().min(1).max(most);
const price = z.coerce.number().min(0).optional();

/** The descriptions say what a value must be; they are the remedy in the error and the row in docs/inference.md. */
export const flagSchemas = {
  easy: z.boolean().default(false),
  medium: z.boolean().default(false),
  hard: z.boolean().default(false),
  thought: z.boolean().default(false),
  tools: z.boolean().default(false),
  stream: z.boolean().default(false),
  json: z.boolean().default(false),
  task: z.array(z.string()).default([]),
  split: z
    .enum(SPLITS)
    .optional()
    .meta({ description: SPLITS.join(", ") }),
  taskSet: taskSetSchema.optional().meta({ description: "classic, generated, impossible, imported or all" }),
  sample: count().optional().meta({ description: "a whole number from 1" }),
  sampleSeed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 52)
    .default(0)
    .meta({ description: "a whole number from 0" }),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 52)
    .default(0)
    .meta({ description: "a whole number from 0" }),
  episodes: count().optional().meta({ description: "a whole number from 1" }),
  repeat: count(100_000).default(1).meta({ description: "a whole number from 1" }),
  concurrency: count(1024).default(1).meta({ description: "a whole number from 1 to 1024" }),
  agent: z.string().default("llm"),
  temperature: z.coerce.number().min(0).max(2).default(0).meta({ description: "a number from 0 to 2" }),
  maxTokens: count().default(2048).meta({ description: "a whole number from 1" }),
  contextTokens: count(100_000_000).default(24_000).meta({ description: "a whole number from 1" }),
  requestTimeout: z.coerce.number().gt(0).max(86_400).default(120).meta({ description: "seconds, above 0" }),
  retries: z.coerce.number().int().min(0).max(100).default(4).meta({ description: "a whole number from 0 to 100" }),
  priceIn: price.meta({ description: "the price of a million prompt tokens" }),
  priceOut: price.meta({ description: "the price of a million completion tokens" }),
  out: z.string().optional(),
  resume: z.string().optional(),
  programs: z.array(z.string()),
} as const;
const flagsSchema = z.strictObject(flagSchemas);
export type Flags = z.infer<typeof flagsSchema>;

export const variableSchemas = {
  API_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .default("https://router.huggingface.co/v1")
    .meta({
      description: "an OpenAI-compatible endpoint, such as http://localhost:8000/v1",
    }),
  MODEL_NAME: z
    .string()
    .default("Qwen/Qwen2.5-72B-Instruct")
    .meta({ description: "the model, as the endpoint names it" }),
  HF_TOKEN: z.string().optional().meta({ description: "the endpoint's token; API_KEY works too" }),
  API_KEY: z.string().optional().meta({ description: "the endpoint's token, where HF_TOKEN is not set" }),
  ENV_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description:
        "a running server, such as http://localhost:7860; left out: one is started on a free port and stopped at the end",
    }),
  TRACEFIX_TOKEN: z
    .string()
    .optional()
    .meta({ description: "a token of the running server with the right to play, where it asks for one" }),
  MAX_STEPS: z.coerce.number().int().min(5).max(10_000).optional().meta({
    description: "steps an episode may have, 5 to 10000 (left out: the server's 50)",
  }),
  SUCCESS_SCORE_THRESHOLD: z.coerce.number().min(0).max(1).default(0.7).meta({
    description: "the least score, 0 to 1, that counts as success",
  }),
} as const;
const variablesSchema = z.object(variableSchemas);
export type Variables = z.infer<typeof variablesSchema>;

const SECRET: ReadonlySet<string> = new Set<keyof Variables>(["HF_TOKEN", "API_KEY", "TRACEFIX_TOKEN"]);

const refuse = (faults: string) => new StartError(`Cannot evaluate with these settings:\n${faults}`);

/** @throws StartError that names each bad flag, its value and what it must be */
export function readFlags(given: Readonly<Record<string, unknown>>): Flags {
  const shown = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return parseSettings(flagsSchema, given, { shown, refuse });
}

/** An empty variable counts as one that is not set. @throws StartError that names each bad variable but no secret */
export function readVariables(environment: Readonly<Record<string, string | undefined>>): Variables {
  return parseSettings(variablesSchema, setVariables(environment), { secrets: SECRET, refuse });
}

/** The difficulties that were asked for; empty for any. */
export function difficultiesOf(flags: Flags): readonly (typeof DIFFICULTIES)[number][] {
  return DIFFICULTIES.filter((difficulty) => flags[difficulty]);
}
