/** A folder of pytest files: a right module, wrong variants of it, and tests with plain asserts. */
import { basename, dirname, join } from "node:path";
import {
  type FoundProgram,
  type ImportFormat,
  type RawBug,
  type ReadImportOptions,
  slugOf,
  titleOf,
  UnreadableImportError,
} from "../raw-program.ts";
import { entryNamesIn, licenceIn, requireFolder, textOrNull } from "./input-files.ts";

const TEST = /^(?:test_.*|.*_tests?)\.py$/;
const TEST_FOLDER = "tests";
const BUG_FOLDERS = ["bugs", "buggy"];
/** `stack_bug.py`, `stack_bug_2.py`, `stack_buggy1.py` or `buggy_stack.py` beside `stack.py`. */
const BUG_FILE = /^(?:(?:bug|buggy)_(?<ahead>.+?)|(?<behind>.+?)_(?:bug|buggy)(?:_?\w+)?)\.py$/;
const BESIDE = new Set(["__init__.py", "conftest.py", "setup.py"]);

export const pytestFormat: ImportFormat = {
  name: "pytest",
  input: "a folder, or a folder of folders, of a module, its wrong variants and pytest files with plain asserts",
  read: async (path, options) => {
    const shape = "each program has a module, tests test_*.py, and wrong variants bugs/*.py or <module>_bug*.py";
    await requireFolder(path, shape);
    const folders = (await hasTests(path)) ? [path] : await foldersWithTests(path);
    if (folders.length === 0) throw new UnreadableImportError(`Cannot import ${path}: it has no tests; ${shape}`);
    return Promise.all(folders.map((folder) => readOne(folder, options)));
  },
};

async function foldersWithTests(path: string): Promise<readonly string[]> {
  const folders = (await entryNamesIn(path)).map((name) => join(path, name));
  const flags = await Promise.all(folders.map(hasTests));
  return folders.filter((_, at) => flags[at]);
}

async function hasTests(folder: string): Promise<boolean> {
  return (await testFiles(folder)).length > 0;
}

async function testFiles(folder: string): Promise<readonly string[]> {
  const beside = (await entryNamesIn(folder)).filter((name) => TEST.test(name)).map((name) => join(folder, name));
  const inside = (await entryNamesIn(join(folder, TEST_FOLDER))).filter((name) => TEST.test(name));
  return [...beside, ...inside.map((name) => join(folder, TEST_FOLDER, name))];
}

async function readOne(folder: string, { source, license }: ReadImportOptions): Promise<FoundProgram> {
  const files = (await entryNamesIn(folder)).filter(
    (name) => name.endsWith(".py") && !TEST.test(name) && !BESIDE.has(name),
  );
  const modules = files.filter((file) => !isVariant(file, files));
  const [module] = modules;
  const name = slugOf(basename(folder));
  const refused = (code: "no-solution" | "no-bug" | "shape", detail: string): FoundProgram => {
    return { kind: "refused", name, refusal: { code, details: [detail] } };
  };
  const solution = module === undefined ? null : await textOrNull(join(folder, module));
  if (module === undefined || solution === null) return refused("no-solution", folder);
  if (modules.length > 1) return refused("shape", `there are ${modules.length} modules: ${modules.join(", ")}`);
  const stem = basename(module, ".py");
  const bugs = await readBugs(folder, files);
  if (bugs.length === 0) return refused("no-bug", folder);
  const tests = await Promise.all((await testFiles(folder)).map(textOrNull));
  const readme = (await textOrNull(join(folder, "README.md"))) ?? "";
  return {
    kind: "program",
    program: {
      name,
      title: titleOf(stem),
      description: readme.replace(/^#.*\n/, "").trim(),
      entryPoint: null,
      solution,
      bugs,
      tests: tests.filter((text) => text !== null),
      moduleNames: [stem],
      helpers: {},
      isStripped: false,
      tags: [],
      source: source ?? "imported from pytest files",
      license: license ?? "not stated",
      licenseText: await licenceIn(folder, dirname(folder)),
    },
  };
}

function isVariant(file: string, files: readonly string[]): boolean {
  const { ahead, behind } = BUG_FILE.exec(file)?.groups ?? {};
  return files.includes(`${ahead ?? behind}.py`);
}

async function readBugs(folder: string, files: readonly string[]): Promise<readonly RawBug[]> {
  const paths = files.filter((file) => isVariant(file, files)).map((file) => join(folder, file));
  for (const name of BUG_FOLDERS) {
    const inside = (await entryNamesIn(join(folder, name))).filter((file) => file.endsWith(".py") && !BESIDE.has(file));
    paths.push(...inside.map((file) => join(folder, name, file)));
  }
  const texts = await Promise.all(paths.map(textOrNull));
  return texts.flatMap((text, at) =>
    text === null
      ? []
      : [{ name: `bug_${at + 1}`, text, bugType: "unknown", title: `As in ${basename(paths[at] ?? "")}` }],
  );
}
