/** Writes the programs of a test as each format has them, into a folder that goes when the test is over. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { writeFiles } from "../../support/program-folder.ts";
import { type AwkwardProgram, testFunctions } from "./awkward-programs.ts";

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "importing-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder of folders, each with a module, a variant of it and tests beside. */
export async function writePytest(programs: readonly AwkwardProgram[]): Promise<string> {
  const root = await temporaryFolder();
  for (const program of programs) {
    const { name, fixed, buggy } = program;
    await writeFiles(join(root, name), {
      [`${name}.py`]: `"""${program.description}"""\n${fixed}`,
      [`${name}_bug.py`]: `"""${program.description}"""\n${buggy}`,
      [`test_${name}.py`]: `from ${name} import *\n\n\n${testFunctions(program)}`,
    });
  }
  return root;
}

export async function writeJsonLines(rows: readonly unknown[]): Promise<string> {
  const root = await temporaryFolder();
  await writeFiles(root, { "rows.jsonl": rows.map((row) => `${JSON.stringify(row)}\n`).join("") });
  return join(root, "rows.jsonl");
}

export function toJsonRow({ name, description, fixed, buggy, tests }: AwkwardProgram) {
  return { name, description, fixed, buggy, tests: [...tests], entry_point: name };
}

/** A row of HumanEvalPack: what stands before the function's body, two bodies, and a test that takes the function. */
export function toHumanEvalRow(program: AwkwardProgram, number: number) {
  const { name, fixed, buggy, description, tests } = program;
  const header = new RegExp(`^def ${name}\\(.*\\n`, "m");
  const split = (text: string) => {
    const found = header.exec(text);
    const end = (found?.index ?? 0) + (found?.[0].length ?? 0);
    return { head: text.slice(0, end), body: text.slice(end) };
  };
  const body = tests
    .join("\n")
    .replace(new RegExp(`\\b${name}\\b`, "g"), "candidate")
    .replace(/^/gm, "    ");
  return {
    task_id: `Python/${number}`,
    prompt: `${split(fixed).head}    """${description}"""\n`,
    declaration: split(fixed).head,
    canonical_solution: split(fixed).body,
    buggy_solution: split(buggy).body,
    bug_type: "value misuse",
    failure_symptoms: "incorrect output",
    entry_point: name,
    import: "",
    test_setup: "",
    test: `\n\ndef check(candidate):\n${body}\n\ncheck(${name})`,
    example_test: "",
    signature: "",
    docstring: description,
    instruction: "",
  };
}

const NODE_MODULE =
  "class Node:\n    def __init__(self, value=None, successor=None):\n        self.value = value\n        self.successor = successor\n";

/** A checkout of QuixBugs: what a program's wrong file says at its end is its description. */
export async function writeQuixBugs(programs: readonly AwkwardProgram[], cases: Readonly<Record<string, string>> = {}) {
  const root = await temporaryFolder();
  const files: Record<string, string> = { "python_testcases/node.py": NODE_MODULE, LICENSE: "Free for all.\n" };
  for (const program of programs) {
    const { name, description } = program;
    const usesNode = program.fixed.includes("class Node");
    const own = (text: string) => text.slice(text.indexOf("def ", usesNode ? text.indexOf(`def ${name}`) : 0));
    files[`correct_python_programs/${name}.py`] = `\n${own(program.fixed)}\n\n"""\nAnother way.\n"""\n`;
    files[`python_programs/${name}.py`] = `${own(program.buggy)}\n\n"""\n${description}\n"""\n`;
    const given = cases[name];
    if (given !== undefined) files[`json_testcases/${name}.json`] = given;
    const node = usesNode ? "from node import Node\n" : "";
    const head = `import pytest\n${node}\nif pytest.use_correct:\n    from correct_python_programs.${name} import ${name}\nelse:\n    from python_programs.${name} import ${name}\n\n\n`;
    const test = given === undefined ? testFunctions(program) : casesTest(name);
    files[`python_testcases/test_${name}.py`] = head + test;
  }
  await writeFiles(root, files);
  return root;
}

function casesTest(name: string): string {
  return `from load_testdata import load_json_testcases

testdata = load_json_testcases(${name}.__name__)


@pytest.mark.parametrize("input_data,expected", testdata)
def test_${name}(input_data, expected):
    assert ${name}(*input_data) == expected
`;
}
