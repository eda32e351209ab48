/** Exports of records as a test reads them, and conversations to make records of. */
import { exportRuns } from "../../../src/evaluation/export/export-run.ts";
import type { ExportFilters, ExportFormat } from "../../../src/evaluation/export/select.ts";
import type { EpisodeRecord } from "../../../src/protocol/protocol.ts";
import { writeRun } from "./records.ts";

const UNASKED: ExportFilters = { solved: null, minReturn: null, splits: null };
type Asked = Partial<ExportFilters> & { readonly tools?: boolean };

export function exported(format: ExportFormat, records: readonly EpisodeRecord[], asked: Asked = {}) {
  return exportedOf(format, [writeRun(records, "mine")], asked);
}

export async function exportedOf(
  format: ExportFormat,
  folders: readonly string[],
  { tools = false, ...filters }: Asked = {},
) {
  const { pieces, fileName, count, leftOut, unpaired } = await exportRuns(folders, {
    format,
    filters: { ...UNASKED, ...filters },
    tools,
  });
  let text = "";
  for await (const piece of pieces) text += piece;
  return {
    text,
    fileName,
    count: count(),
    leftOut: Object.fromEntries(leftOut()),
    unpaired: Object.fromEntries(unpaired()),
  };
}

export const lines = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
export const parse = (text: string): unknown => JSON.parse(text);

export const talk = (...answers: string[]) => [
  { role: "system" as const, content: "Find the bug." },
  { role: "user" as const, content: "Begin." },
  ...answers.flatMap((answer) => [
    { role: "assistant" as const, content: answer },
    { role: "user" as const, content: `after ${answer}` },
  ]),
];

export const call = (id: string, name: string, given: string) => ({
  id,
  type: "function",
  function: { name, arguments: given },
});
export const EDIT = { start_line: 2, end_line: 2, new_code_block: "    return x + 1" };

/** A run of the tests, their report, and an edit, as `--tools` records them. */
export const toolTalk = ([first = "", second = ""]: readonly string[], new_code_block: string) => [
  ...talk(),
  { role: "assistant" as const, content: null, tool_calls: [call(first, "run_tests", "{}")] },
  { role: "tool" as const, tool_call_id: first, content: "1 of 2 passed" },
  {
    role: "assistant" as const,
    content: null,
    tool_calls: [call(second, "replace_lines", JSON.stringify({ ...EDIT, new_code_block }))],
  },
];
