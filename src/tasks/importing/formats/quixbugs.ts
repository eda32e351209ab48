/** A checkout of QuixBugs: forty classic programs, each right and with a bug of one line. */
import { basename, join } from "node:path";
import { type FoundProgram, type ImportFormat, slugOf, titleOf, UnreadableImportError } from "../raw-program.ts";
import { entryNamesIn, licenceIn, requireFolder, textOrNull } from "./input-files.ts";

const RIGHT = "correct_python_programs";
const WRONG = "python_programs";
const TESTS = "python_testcases";
const CASES = "json_testcases";

export const quixBugsFormat: ImportFormat = {
  name: "quixbugs",
  input: `a checkout of QuixBugs: ${RIGHT}/, ${WRONG}/, ${CASES}/ and ${TESTS}/`,
  read: async (path, { source, license }) => {
    const expected = `give the path of a checkout, which holds ${RIGHT}/ and ${WRONG}/`;
    await requireFolder(path, expected);
    const licenseText = await licenceIn(path);
    const names = programNames(await entryNamesIn(join(path, RIGHT)), await entryNamesIn(join(path, WRONG)));
    if (names.length === 0)
      throw new UnreadableImportError(`Cannot import ${path}: no program is in ${RIGHT}/; ${expected}`);
    const node = (await textOrNull(join(path, TESTS, "node.py"))) ?? (await textOrNull(join(path, WRONG, "node.py")));
    const origin = { source: source ?? "QuixBugs", license: license ?? "MIT", licenseText };
    return Promise.all(names.map((name) => readOne({ path, name, node, origin })));
  },
};

function programNames(...lists: readonly (readonly string[])[]): readonly string[] {
  const files = lists.flat().filter((name) => name.endsWith(".py") && !name.endsWith("_test.py"));
  const names = new Set(files.map((file) => basename(file, ".py")));
  return [...names].filter((name) => name !== "node" && !name.startsWith("_")).sort();
}

interface Place {
  readonly path: string;
  readonly name: string;
  /** The class of the nodes that some tests make. */
  readonly node: string | null;
  readonly origin: { readonly source: string; readonly license: string; readonly licenseText: string | null };
}

async function readOne({ path, name, node, origin }: Place): Promise<FoundProgram> {
  const program = slugOf(`quixbugs_${name}`);
  const refused = (code: "no-solution" | "no-bug" | "no-tests", file: string): FoundProgram => {
    return { kind: "refused", name: program, refusal: { code, details: [file] } };
  };
  const right = await textOrNull(join(path, RIGHT, `${name}.py`));
  if (right === null) return refused("no-solution", `${RIGHT}/${name}.py`);
  const wrong = await textOrNull(join(path, WRONG, `${name}.py`));
  if (wrong === null) return refused("no-bug", `${WRONG}/${name}.py`);
  const cases = await textOrNull(join(path, CASES, `${name}.json`));
  const test = (await textOrNull(join(path, TESTS, `test_${name}.py`))) ?? (cases === null ? null : testOfCases(name));
  if (test === null) return refused("no-tests", `${TESTS}/test_${name}.py`);
  // What the tests hand to the program, the program's reader has to see.
  const head = node !== null && /^from node import Node/m.test(test) ? `${node.trim()}\n\n\n` : "";
  return {
    kind: "program",
    program: {
      name: program,
      title: titleOf(name),
      description: "",
      entryPoint: name,
      solution: head + right,
      bugs: [
        { name: "bug", text: head + wrong, bugType: "one-line", title: "One line differs from the corrected program" },
      ],
      tests: [test],
      moduleNames: [name, "node"],
      helpers: { load_testdata: casesModule(cases ?? "") },
      isStripped: true,
      tags: ["quixbugs"],
      ...origin,
    },
  };
}

/** What the checkout's own module of this name does, without its files. */
function casesModule(cases: string): string {
  return `import json

CASES = ${JSON.stringify(cases)}

def load_json_testcases(name):
    return [json.loads(line) for line in CASES.split("\\n") if line.strip()]
`;
}

/** Older checkouts have the cases alone. */
function testOfCases(name: string): string {
  return `import pytest
from load_testdata import load_json_testcases

@pytest.mark.parametrize("given, expected", [(case[0], case[1]) for case in load_json_testcases("${name}")])
def test_${name}(given, expected):
    assert ${name}(*(given if isinstance(given, list) else [given])) == expected
`;
}
