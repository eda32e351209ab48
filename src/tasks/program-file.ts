/** Turns the text of a `program.yaml` into checked data, and each fault into a problem with its line and key. */
import { isNode, LineCounter, parseDocument } from "yaml";
import type { Problem } from "./broken-program.ts";
import { type ProgramFile, programFileSchema } from "./program-schema.ts";

export interface ParsedProgramFile {
  /** Null where the shape itself is wrong. */
  readonly file: ProgramFile | null;
  readonly problems: readonly Problem[];
}

/** Reads a program file; `path` is only for the problems. */
export function parseProgramFile(text: string, path: string): ParsedProgramFile {
  const lineCounter = new LineCounter();
  // Every scalar stays the text it is, so that `expect: None`, `0x10` or `1.0` reach the literal's own parser unharmed.
  const document = parseDocument(text, { schema: "failsafe", lineCounter, prettyErrors: false });
  const problem = (message: string, place: { key: string | null; offset?: number | undefined }): Problem => ({
    file: path,
    line: place.offset === undefined ? null : lineCounter.linePos(place.offset).line,
    key: place.key,
    message,
  });

  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) =>
      problem(
        `this is not YAML: ${message}. Text that holds ": " or " #" or opens with a quote or bracket needs quotes`,
        {
          key: null,
          offset: pos[0],
        },
      ),
    );
    return { file: null, problems };
  }

  const parsed = programFileSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      problem(faultText(issue), { key: formatPath(issue.path), offset: offsetOf(issue.path) }),
    );
    return { file: null, problems };
  }
  const problems = repeatedNames(parsed.data).map(({ name, index }) =>
    problem(`rename this test: an earlier one is called "${name}" too`, {
      key: `tests[${index}].name`,
      offset: offsetOf(["tests", index, "name"]),
    }),
  );
  return { file: parsed.data, problems };

  /** Where a key stands; for a missing one, where its parent does. */
  function offsetOf(keys: readonly PropertyKey[]): number | undefined {
    for (let length = keys.length; length >= 0; length -= 1) {
      const node = document.getIn(keys.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return undefined;
  }
}

function faultText(issue: {
  code: string;
  message: string;
  input?: unknown;
  issues?: readonly { message: string }[];
}): string {
  // A bad key of a mapping hides what is wrong with it one level down.
  if (issue.code === "invalid_key") return issue.issues?.[0]?.message ?? issue.message;
  return issue.message;
}

function formatPath(path: readonly PropertyKey[]): string | null {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else text += text === "" ? String(key) : `.${String(key)}`;
  }
  return text === "" ? null : text;
}

function repeatedNames(file: ProgramFile): { name: string; index: number }[] {
  const seen = new Set<string>();
  return file.tests.flatMap(({ name }, index) => {
    if (seen.has(name)) return [{ name, index }];
    seen.add(name);
    return [];
  });
}
