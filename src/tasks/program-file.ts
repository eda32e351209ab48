/** Turns the text of a `program.yaml` into checked data, and each fault into a problem with its line and key. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { LanguagePack } from "../languages/language-pack.ts";
import type { Problem } from "./broken-program.ts";
import { type ProgramFile, programFileSchema } from "./program-schema.ts";

export interface ParsedProgramFile {
  /** Null where the shape itself is wrong. */
  readonly file: ProgramFile | null;
  readonly problems: readonly Problem[];
}

/** Reads the file of a program in a language; `path` is only for the problems. */
export function parseProgramFile(
  text: string,
  { path, language }: { readonly path: string; readonly language: LanguagePack },
): ParsedProgramFile {
  const lineCounter = new LineCounter();
  // Every scalar stays the text it is, so that `expect: 0x10` or `1.0` reach the language's own reader unharmed.
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

  let data: unknown;
  try {
    data = document.toJS();
  } catch (error) {
    // An alias of nothing, or more aliases than anybody writes.
    const why = error instanceof Error ? error.message : String(error);
    return {
      file: null,
      problems: [problem(`this is not YAML: ${why}. Write texts out, without * and &`, { key: null })],
    };
  }
  const parsed = programFileSchema(language).safeParse(data, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      problem(faultText(issue), { key: formatPath(issue.path), offset: keyOffset(document, issue.path) }),
    );
    return { file: null, problems };
  }
  const problems = repeatedNames(parsed.data).map(({ name, index }) =>
    problem(`rename this test: an earlier one is called "${name}" too`, {
      key: `tests[${index}].name`,
      offset: keyOffset(document, ["tests", index, "name"]),
    }),
  );
  return { file: parsed.data, problems };
}

/** Where a key stands in the text; for a missing one, where its parent does. */
function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent) && parent.items.find((item) => isScalar(item.key) && item.key.value === key);
    const node = pair ? pair.key : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0];
}

interface FieldIssue {
  readonly code: string;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly issues?: readonly { readonly message: string }[];
}

function faultText({ code, message, path, input, issues }: FieldIssue): string {
  // A bad key of a mapping hides what is wrong with it one level down.
  if (code === "invalid_key") return issues?.[0]?.message ?? message;
  return input === undefined && path.length > 0 ? `this key is missing: ${message}` : message;
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
