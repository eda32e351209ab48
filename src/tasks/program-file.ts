/** Turns the text of a `program.yaml` into checked data, and each fault into a problem with its line and key. */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { lineAt } from "../ground/line-at.ts";
import type { LanguagePack } from "../languages/language-pack.ts";
import type { Problem } from "./broken-program.ts";
import { type ProgramFile, programFileSchema } from "./program-schema.ts";

const TAB_FAULTS: ReadonlySet<string> = new Set(["TAB_AS_INDENT", "BAD_INDENT"]);

export interface ParsedProgramFile {
  /** Null where the shape itself is wrong. */
  readonly file: ProgramFile | null;
  readonly problems: readonly Problem[];
  /** Where each test's call stands; null where it cannot be told. */
  readonly callLines: readonly (number | null)[];
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

  const tab = document.errors.some(({ code }) => TAB_FAULTS.has(code)) ? lineWithTab(text) : null;
  if (tab !== null) {
    const { line, offset } = tab;
    const message = `line ${line} is indented with a tab, which YAML does not allow; use spaces`;
    return { file: null, problems: [problem(message, { key: null, offset })], callLines: [] };
  }
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
    return { file: null, problems, callLines: [] };
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
      callLines: [],
    };
  }
  const parsed = programFileSchema(language).safeParse(data, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      problem(faultText(issue), { key: formatPath(issue.path), offset: keyOffset(document, issue.path) }),
    );
    return { file: null, problems, callLines: [] };
  }
  const atTest = (index: number, key: "name" | "call") => ({
    key: `tests[${index}].${key}`,
    offset: keyOffset(document, ["tests", index, key]),
  });
  const { tests } = parsed.data;
  const names = tests.map(({ name }) => name);
  const calls = tests.map(({ call }) => call.trim());
  const problems = [
    ...repeated(names).map(({ index }) =>
      problem(`rename this test: an earlier one is called "${names[index]}" too`, atTest(index, "name")),
    ),
    ...repeated(calls).map(({ index, earlier }) =>
      problem(`make another call, or remove this test: tests[${earlier}] makes the same call`, atTest(index, "call")),
    ),
  ];
  const callLines = calls.map((_, index) => problem("", atTest(index, "call")).line);
  return { file: parsed.data, problems, callLines };
}

/** The first line that a tab indents; what YAML says of one is many messages, none of which names it. */
function lineWithTab(text: string): { line: number; offset: number } | null {
  const found = /^ *\t/m.exec(text);
  return found && { line: lineAt(text, found.index), offset: found.index };
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

/** Places of texts that an earlier place has. */
function repeated(texts: readonly string[]): { index: number; earlier: number }[] {
  return texts.flatMap((text, index) => {
    const earlier = texts.indexOf(text);
    return earlier < index ? [{ index, earlier }] : [];
  });
}
