/** The shape of `program.yaml`, whose scalars all arrive as text; each message says what the author should write. */
import { z } from "zod";
import type { LanguagePack, Literals } from "../languages/language-pack.ts";
import { DIFFICULTIES, SPLITS } from "../protocol/protocol.ts";
import { didYouMean } from "./nearest-name.ts";
import type { Expectation } from "./task.ts";

const line = (what: string) =>
  z.string({ error: `write ${what} as text` }).regex(/^\S(?:.*\S)?$/, `write ${what} as one line of text`);
const slug = (what: string) =>
  z
    .string({ error: `write ${what} in small letters, digits and hyphens` })
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, `write ${what} in small letters, digits and hyphens`);
const text = (what: string) => z.string({ error: `write ${what} as text` }).regex(/\S/, `write ${what}; it is empty`);

const tolerance = z
  .string({ error: "write a number such as 1e-9" })
  .regex(/^\d+(?:\.\d+)?(?:e-?\d{1,2})?$/i, "write a number such as 1e-9, not below 0")
  .transform(Number)
  .meta({ description: "Largest absolute difference between floats that still counts as equal." });

const difficulty = z
  .enum(DIFFICULTIES, { error: `write one of ${DIFFICULTIES.join(", ")}` })
  .meta({ description: "How hard the bug is to mend." });

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

function expectation(literals: Literals) {
  return z
    .unknown()
    .transform((input, context): Expectation => {
      const expected = readExpectation(input, literals);
      if (typeof expected !== "string") return expected;
      context.issues.push({ code: "custom", message: expected, input });
      return z.NEVER;
    })
    .meta({ description: `${shape(literals)}.` });
}

function shape({ example }: Literals): string {
  return `${example.value}, or {raises: ${example.error}}`;
}

/** The expectation as an author writes it, or what is wrong with it. */
export function readExpectation(input: unknown, literals: Literals): Expectation | string {
  if (typeof input === "string") {
    try {
      return { kind: "value", value: literals.read(input) };
    } catch (error) {
      if (error instanceof SyntaxError) return error.message;
      throw error;
    }
  }
  if (input === undefined) return `write ${shape(literals)}`;
  const raises = z.strictObject({ raises: z.string() }).safeParse(input);
  const type = raises.data && literals.readError(raises.data.raises);
  if (type) return { kind: "raises", ...type };
  return `put quotes around the literal, as in expect: "[1, 2]", or write {raises: ${literals.example.error}}`;
}

const testSchema = (literals: Literals) =>
  mapping({
    name: line("what the test shows").meta({ description: "What the test shows, as a phrase; unique in the program." }),
    call: text("the call").meta({ description: "Statements, the last of them an expression whose value is compared." }),
    expect: expectation(literals),
    tolerance: tolerance.optional(),
  });

const bugSchema = mapping({
  title: line("what is wrong with the code").meta({ description: "What is wrong; shown after the episode only." }),
  bug_type: slug("the kind of bug").meta({ description: "The kind of bug, such as off-by-one." }),
  difficulty: difficulty.optional().meta({ description: "Where it differs from the program's." }),
});

const bugName = z.string().regex(/^[a-z][a-z0-9_]*$/, "name bugs in small letters, digits and underscores");

const schemaOf = ({ literals }: LanguagePack) =>
  mapping({
    title: line("a title").meta({ description: "The program's name for people." }),
    description: text("what correct code does").meta({
      description: "What correct code does; it must not hint at a bug.",
    }),
    entry_point: z
      .string({ error: "write the name of the function or class under test" })
      .regex(IDENTIFIER, "write the name of the function or class under test")
      .meta({ description: "The function or class under test." }),
    difficulty,
    split: z
      .enum(SPLITS, { error: `write one of ${SPLITS.join(", ")}` })
      .meta({ description: "The one split the program belongs to." }),
    main: line("the path of the file that tests call into")
      .optional()
      .meta({ description: "Of a program of several files: the one that tests call into." }),
    tags: z.array(slug("a tag"), { error: "write a list such as [lists, loops]" }).default([]),
    tolerance: tolerance.optional(),
    source: line("where the program is from").optional().meta({ description: "Where the program is from." }),
    license: line("the program's licence").optional().meta({ description: "Under which licence it may be used." }),
    tests: z.array(testSchema(literals), { error: "write a list of tests" }).min(1, "write at least one test"),
    bugs: z
      .record(bugName, bugSchema, { error: "write a mapping from each bug's file name to its title and bug_type" })
      .default({}),
  });
export type ProgramFile = z.infer<ReturnType<typeof schemaOf>>;

const schemas = new WeakMap<LanguagePack, ReturnType<typeof schemaOf>>();

/** What `program.yaml` says, with every expectation read as the program's language writes it. */
export function programFileSchema(language: LanguagePack): ReturnType<typeof schemaOf> {
  const schema = schemas.get(language) ?? schemaOf(language);
  schemas.set(language, schema);
  return schema;
}

/** A strict object that says which keys it knows when it meets another. */
function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return `write a mapping with the keys ${known.join(", ")}`;
      const [first = ""] = issue.keys;
      const hint = didYouMean(first, known) || ` The keys are ${known.join(", ")}.`;
      return `remove or rename the unknown key ${issue.keys.join(", ")}.${hint}`;
    },
  });
}
