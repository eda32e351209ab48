/** Python, as everything outside this folder and its sandbox knows it. */
import type { ErrorType, LanguagePack, Preparation } from "../language-pack.ts";
import { answerPackedRequest, answerRequest, answerSeveralRequest, knowAnswersRequest, packRequest } from "./answer.ts";
import { formatValue } from "./format.ts";
import { besideSolution } from "./generator-source.ts";
import { findHints } from "./hints.ts";
import { parseLiteral } from "./literal.ts";
import { moduleFaultOf } from "./module-names.ts";
import { newProgramFiles } from "./new-program.ts";
import { poolGenerator } from "./pool.ts";
import { pythonLiteral } from "./quote.ts";
import { searchRequest } from "./search.ts";
import { withStrata } from "./strata.ts";
import { CALL_FAULTS, STRING_LINES, TREE_NAME } from "./syntax.ts";
import { unreachedRequest } from "./unreached.ts";

/** An exception's type, with its module unless it is built in. */
const TYPE_NAME = /^(?:(?<module>[A-Za-z_][A-Za-z0-9_.]*)\.)?(?<type>[A-Za-z_][A-Za-z0-9_]*)$/;
const BUILT_IN = "builtins";

export const pythonPack = {
  name: "python",
  extension: "py",
  entry: "solution.py",
  leftovers: ["__pycache__"],
  fileFaultOf: moduleFaultOf,
  literals: {
    example: { value: "a Python literal", error: "ValueError" },
    read: parseLiteral,
    print: formatValue,
    readError,
    printError: ({ type, module }) => (module === BUILT_IN ? type : `${module}.${type}`),
    quote: pythonLiteral,
  },
  drawing: {
    draw: (generator, { seed, count, known, solution }) => ({
      code: besideSolution(withStrata(generator), solution),
      call: `_draw_calls(${seed}, ${count}, ${pythonLiteral(known)})`,
    }),
    sampleStrata: (generator, { seed, count, solution }) => ({
      code: besideSolution(withStrata(generator), solution),
      call: `_sample_strata(${seed}, ${count})`,
    }),
    poolGenerator,
  },
  hasEntryPoint: (name) => `callable(globals().get("${name}"))`,
  nameTree: (text) => ({ code: TREE_NAME, call: `name_tree(${pythonLiteral(text)})` }),
  together: {
    answer: answerRequest,
    several: { pack: packRequest, know: knowAnswersRequest, answer: answerSeveralRequest },
  },
  adversary: { search: searchRequest, answerPacked: answerPackedRequest, findHints },
  authoring: {
    findCallFaults: (calls) => ({ code: CALL_FAULTS, call: `call_faults(${pythonLiteral(calls)})` }),
    findUnreached: unreachedRequest,
    isMissingImport: ({ type, module }) =>
      module === BUILT_IN && (type === "ModuleNotFoundError" || type === "ImportError"),
    isUnknownName: ({ type, module }) => module === BUILT_IN && (type === "NameError" || type === "UnboundLocalError"),
    newProgram: newProgramFiles,
    importable: "Python's standard library, without files, network, processes or threads",
  },
  indentation: {
    isAtFault: ({ type }) => type === "IndentationError" || type === "TabError",
    linesInsideStrings: (text) => ({ code: STRING_LINES, call: `lines_inside_strings(${pythonLiteral(text)})` }),
  },
  strings: /("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g,
  workImage: "python:3.14-slim",
  prepare,
} satisfies LanguagePack;

function readError(name: string): ErrorType | null {
  const { module = BUILT_IN, type } = TYPE_NAME.exec(name)?.groups ?? {};
  return type === undefined ? null : { type, module };
}

/** The engine compiles the image's module on threads of its own while whatever else starts is loaded here. */
function prepare(): Preparation {
  const store = import("../../sandbox/python/image-store.ts");
  const image = store.then(({ loadImage }) => loadImage());
  // Anyone who opens it is told.
  image.catch(() => undefined);
  return {
    open: async (options) => {
      const { openPythonSandbox } = await import("../../sandbox/python/python-sandbox.ts");
      return openPythonSandbox({ ...options, image });
    },
    build: async () => (await store).imageSha256(),
    warnings: async () => (await store).imageWarnings(),
  };
}
