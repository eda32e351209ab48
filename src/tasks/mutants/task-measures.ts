/** What was measured of a program's generated tasks, as `measures.json` beside their `mutants.jsonl` keeps it. */
import { z } from "zod";
import { parseJson } from "../../ground/parse-json.ts";

const count = z.int().min(0);

/** Of one task, in this order; what follows the distance was measured of a sample only. */
const measureSchema = z.tuple([
  z.union([count, z.null()]).meta({
    description:
      "Lines from the frame in which a failing visible test raises to the nearest place of the bug; null where none raises.",
  }),
  z
    .union([z.literal(0), z.literal(1), z.null()])
    .meta({ description: "Whether the search agent solves it; null where not played." }),
  z.union([count, z.null()]).meta({ description: "The steps that the search agent took." }),
  z.union([count, z.null()]).meta({
    description:
      "Single edits of the search agent's that pass all visible tests, the right one included; null where not counted.",
  }),
]);

const measuresFileSchema = z.strictObject({
  key: z.string().meta({ description: "Names what was measured: of other programs, tasks or rules it says nothing." }),
  tasks: z.record(z.string().regex(/^[0-9a-f]{8}$/), measureSchema),
});

export interface TaskMeasures {
  readonly distance: number | null;
  readonly search: { readonly solved: boolean; readonly steps: number } | null;
  readonly plausibleEdits: number | null;
}

/** By the mutant's id. */
export type ProgramMeasures = ReadonlyMap<string, TaskMeasures>;

/** The file beside `mutants.jsonl`. */
export const MEASURES_FILE = "measures.json";

/** Nothing where the text is empty or no such file: tasks are then as hard as what is known of them otherwise says. */
export function readMeasures(text: string): { readonly key: string; readonly measures: ProgramMeasures } {
  const read = measuresFileSchema.safeParse(parseJson(text));
  if (!read.success) return { key: "", measures: new Map() };
  const measures = Object.entries(read.data.tasks).map(([id, [distance, solved, steps, plausibleEdits]]) => {
    const search = solved === null || steps === null ? null : { solved: solved === 1, steps };
    return [id, { distance, search, plausibleEdits }] as const;
  });
  return { key: read.data.key, measures: new Map(measures) };
}

/** A task a line, by their ids: the same bytes for the same measures. */
export function writeMeasures(key: string, measures: ProgramMeasures): string {
  const rows = [...measures]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, one]) => {
      const { distance, search, plausibleEdits } = one;
      const solved = search && (search.solved ? 1 : 0);
      return `${JSON.stringify(id)}:${JSON.stringify([distance, solved, search?.steps ?? null, plausibleEdits])}`;
    });
  return `{"key":${JSON.stringify(key)},"tasks":{\n${rows.join(",\n")}\n}}\n`;
}
