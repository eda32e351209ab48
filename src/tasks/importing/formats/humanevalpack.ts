/** HumanEvalPack, the part in Python: a line for each program, with its right body, a wrong one and its tests. */
import { z } from "zod";
import { readLines } from "../../../ground/read-lines.ts";
import { bugTypeOf, type FoundProgram, type ImportFormat, type RawProgram, slugOf, titleOf } from "../raw-program.ts";
import { readObjects } from "./object-lines.ts";

const rowSchema = z.looseObject({
  task_id: z.string(),
  prompt: z.string().default(""),
  declaration: z.string(),
  canonical_solution: z.string(),
  buggy_solution: z.string(),
  bug_type: z.string().default("unknown"),
  failure_symptoms: z.string().default(""),
  entry_point: z.string(),
  import: z.string().default(""),
  test_setup: z.string().default(""),
  test: z.string(),
  example_test: z.string().default(""),
  docstring: z.string().default(""),
  instruction: z.string().default(""),
});
type Row = z.infer<typeof rowSchema>;

export const humanEvalPackFormat: ImportFormat = {
  name: "humanevalpack",
  input: "the JSON lines of HumanEvalPack in Python, as published",
  read: async (path, { source, license }) => {
    const found: FoundProgram[] = [];
    for await (const { line, data } of readObjects(path, readLines)) {
      const row = rowSchema.safeParse(data);
      if (row.success && row.data.task_id.startsWith("Python/")) {
        const origin = { source: source ?? `HumanEvalPack ${row.data.task_id}`, license: license ?? "MIT" };
        found.push({ kind: "program", program: { ...toProgram(row.data), ...origin, licenseText: null } });
        continue;
      }
      const problem = row.success
        ? `${row.data.task_id} is not of the part in Python`
        : row.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
      found.push({ kind: "refused", name: `line_${line}`, refusal: { code: "shape", details: [problem] } });
    }
    return found;
  },
};

function toProgram(row: Row): Omit<RawProgram, "source" | "license" | "licenseText"> {
  const { task_id, declaration, entry_point } = row;
  const head = (row.import === "" ? "" : `${row.import.trimEnd()}\n\n`) + declaration;
  const symptoms = row.failure_symptoms === "" ? "" : `, shown as ${row.failure_symptoms}`;
  const title = titleOf(entry_point);
  return {
    name: slugOf(`humaneval_${task_id.replace("Python/", "")}_${entry_point}`),
    title,
    description: row.docstring || row.instruction || row.prompt,
    entryPoint: entry_point,
    solution: tidy(head + row.canonical_solution),
    bugs: [
      {
        name: "bug",
        text: tidy(head + row.buggy_solution),
        bugType: bugTypeOf(row.bug_type),
        title: `${titleOf(row.bug_type)}${symptoms}`.replace(/\s+/g, " ").trim(),
      },
    ],
    tests: [`${row.test_setup}\n${row.test}`, row.example_test].filter((text) => text.trim() !== ""),
    moduleNames: [],
    helpers: {},
    isStripped: false,
    tags: ["humanevalpack"],
  };
}

function tidy(text: string): string {
  return `${text.replace(/^\n+/, "").trimEnd()}\n`;
}
