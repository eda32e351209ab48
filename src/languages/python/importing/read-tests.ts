/** Reads tests with Python's own parser, in the sandbox: which calls they make, and whether the program does as they say. */
import { z } from "zod";
import { parseJson } from "../../../ground/parse-json.ts";
import type { Asking } from "../../language-pack.ts";
import { pythonLiteral } from "../quote.ts";
import { CALL_SLICES } from "./call-slices.ts";
import { PLAIN_VALUES } from "./plain-values.ts";
import { PYTEST_STAND_IN } from "./pytest-stand-in.ts";
import { TEST_UNITS } from "./test-units.ts";
import { UNIT_RUNS } from "./unit-runs.ts";

export interface TestsToRead {
  /** The program that is right. */
  readonly solution: string;
  /** The function or class under test; null where the tests are to tell. */
  readonly entryPoint: string | null;
  /** Names under which tests may import the program. */
  readonly moduleNames: readonly string[];
  /** Each test file's text. */
  readonly tests: readonly string[];
  /** Texts of other modules that the tests import, by name. */
  readonly helpers: Readonly<Record<string, string>>;
}

const overviewSchema = z.strictObject({
  /** What is under test; null where the tests name nothing of the program. */
  entryPoint: z.string().nullable(),
  /** One for each run of a test: its name, and how many cases it has. */
  units: z.array(z.strictObject({ name: z.string(), case: z.number() })),
  /** Functions and classes of the program. */
  own: z.array(z.string()),
  /** Tests that cannot be run at all, and why. */
  problems: z.array(z.string()),
});
export type TestOverview = z.infer<typeof overviewSchema>;

const readCallsSchema = z.strictObject({
  calls: z.array(
    z.strictObject({
      /** Of the test it is from. */
      name: z.string(),
      call: z.string(),
      /** How much floats may differ, where the test says so. */
      tolerance: z.number().nullable(),
      /** Whether an exception is expected. */
      raises: z.boolean(),
      /** How the value was made comparable. */
      way: z.string(),
    }),
  ),
  /** Checks that the program which is said to be right does not meet. */
  disagreeing: z.array(z.string()),
  /** Checks of which no call can be made, and why. */
  unread: z.array(z.string()),
});
export type ReadCalls = z.infer<typeof readCallsSchema>;

/** A program that has read the tests; what it is asked with are `OVERVIEW_CALL` and `readUnitCall`. */
export function testReader(tests: TestsToRead): string {
  const request = pythonLiteral(JSON.stringify(tests));
  return [
    PLAIN_VALUES,
    PYTEST_STAND_IN,
    CALL_SLICES,
    TEST_UNITS,
    UNIT_RUNS,
    `READER = Reader(json.loads(${request}))`,
  ].join("\n");
}

export const OVERVIEW_CALL = "READER.overview()";

/** Asks for the calls of one unit of the overview, by its place. */
export function readUnitCall(place: number): string {
  return `READER.read(${place})`;
}

/** Null where the answer is none. */
export function parseOverview(text: string): TestOverview | null {
  return overviewSchema.safeParse(parseJson(text)).data ?? null;
}

/** Null where the answer is none. */
export function parseReadCalls(text: string): ReadCalls | null {
  return readCallsSchema.safeParse(parseJson(text)).data ?? null;
}

/** Gives the program without its texts that stand alone, and what the first of those in these programs says. */
export function programPartsRequest(texts: readonly string[]): Asking {
  return { code: PROGRAM_PARTS, call: `program_parts(json.loads(${pythonLiteral(JSON.stringify(texts))}))` };
}

const PROGRAM_PARTS = String.raw`
import ast, json

def is_text(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str)

def program_parts(texts):
    """For each text: itself without its texts that stand alone at the outermost level, and the last one of those."""
    parts = []
    for text in texts:
        lines = text.split("\n")
        try:
            body = ast.parse(text).body
        except SyntaxError:
            parts += [text, ""]
            continue
        alone = [one for one in body if is_text(one)]
        for one in alone:
            for line in range(one.lineno - 1, one.end_lineno):
                lines[line] = ""
        told = [ast.get_docstring(one) for one in body if isinstance(one, (ast.FunctionDef, ast.ClassDef))]
        told = [one for one in told if one]
        words = alone[-1].value.value if alone else told[0] if told else ""
        parts += [tidy(lines), words.strip()]
    return parts

def tidy(lines):
    """No more than two blank lines together, none at the ends."""
    kept = []
    for line in lines:
        if line.strip() or (kept and kept[-2:] != ["", ""]):
            kept.append(line.rstrip() if not line.strip() else line)
    return "\n".join(kept).strip("\n") + "\n"
`;
