/** JSON lines of one's own: a right program, a wrong one and tests each. */
import { z } from "zod";
import { readLines } from "../../../ground/read-lines.ts";
import { bugTypeOf, type FoundProgram, type ImportFormat, slugOf, titleOf } from "../raw-program.ts";
import { readObjects } from "./object-lines.ts";

const lineSchema = z.strictObject({
  buggy: z.string().min(1),
  fixed: z.string().min(1),
  /** A text of tests, or a list of asserts. */
  tests: z.union([z.string(), z.array(z.string())]),
  name: z.string().optional(),
  description: z.string().optional(),
  entry_point: z.string().optional(),
  bug_type: z.string().optional(),
});

export const jsonLinesFormat: ImportFormat = {
  name: "jsonl",
  input: "JSON lines of {buggy, fixed, tests, name?, description?, entry_point?, bug_type?}",
  read: async (path, { source, license }) => {
    const found: FoundProgram[] = [];
    for await (const { line, data } of readObjects(path, readLines)) {
      const parsed = lineSchema.safeParse(data);
      if (!parsed.success) {
        const details = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
        found.push({ kind: "refused", name: `line_${line}`, refusal: { code: "shape", details } });
        continue;
      }
      const { buggy, fixed, tests, description = "", entry_point = null, bug_type = "unknown" } = parsed.data;
      const name = slugOf(parsed.data.name ?? entry_point ?? `line_${line}`);
      found.push({
        kind: "program",
        program: {
          name,
          title: titleOf(name),
          description,
          entryPoint: entry_point,
          solution: fixed,
          bugs: [
            { name: "bug", text: buggy, bugType: bugTypeOf(bug_type), title: "It differs from the fixed program" },
          ],
          tests: [typeof tests === "string" ? tests : tests.join("\n")],
          moduleNames: ["solution", name, ...(entry_point === null ? [] : [entry_point])],
          helpers: {},
          isStripped: false,
          tags: [],
          source: source ?? "imported from JSON lines",
          license: license ?? "not stated",
          licenseText: null,
        },
      });
    }
    return found;
  },
};
