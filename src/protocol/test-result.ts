/** How one visible test went: as a text to read, and in the parts that the text is made of. */
import { z } from "zod";

/** The exception that a call ended with. */
export const raisedSchema = z.strictObject({ type: z.string(), message: z.string() });

/** What a failing test tells of itself; absent where the test passed, and in what older servers and runs told. */
const testParts = {
  call: z.string().optional().meta({ description: "If it failed: the statements that were made." }),
  expected: z.string().optional(),
  got: z.string().optional().meta({ description: "What came: a value, what was raised, or how else the call ended." }),
  raised: raisedSchema.nullable().optional().meta({ description: "Null if no exception came." }),
  path: z.string().optional().meta({ description: "Of several files, the one in which the call stopped." }),
  line: z.int().nullable().optional().meta({ description: "The file's line where the call stopped; null for none." }),
  traceback: z.string().nullable().optional(),
};

export const testResultSchema = z.strictObject({
  test_name: z.string(),
  passed: z.boolean(),
  error_message: z
    .string()
    .nullable()
    .meta({ description: "The call, what was expected and what came; null if it passed." }),
  ...testParts,
});
export type TestResult = z.infer<typeof testResultSchema>;
/** The parts of a failing test, all of them. */
export type TestParts = {
  readonly [Part in Exclude<keyof typeof testParts, "path">]: Exclude<TestResult[Part], undefined>;
} & { readonly path?: string };
