/** Learns which statements each test executes: by print probes before them, and by reading what the tests then print. */
import type { CodeObservation } from "../../protocol/protocol.ts";
import type { TestTrace } from "./ochiai.ts";
import { functionOf, indentationOf, isStatement, lineOf, type PythonProgram } from "./python-program.ts";

/** Unlikely in what a program prints itself. */
const MARK = "@probe:";

/** The lines that get a probe: of statements within functions that begin their line. */
export function probedLines(program: PythonProgram): ReadonlySet<number> {
  return new Set(probePlaces(program).map(({ line }) => line));
}

/** The text with a probe before each such statement; each prints its line once a run. Null if there is none. */
export function insertProbes(program: PythonProgram): string | null {
  const places = probePlaces(program);
  const [first] = program.tree.topNode
    .getChildren("FunctionDefinition")
    .concat(program.tree.topNode.getChildren("ClassDefinition"), program.tree.topNode.getChildren("DecoratedStatement"))
    .sort((a, b) => a.from - b.from);
  if (first === undefined || places.length === 0) return null;
  const lines = program.text.split("\n");
  for (const { line, indentation } of [...places].reverse()) {
    lines.splice(line - 1, 0, `${indentation}${line} in _probed or _probed.add(${line}) or print("${MARK}${line}")`);
  }
  lines.splice(lineOf(program, first.from) - 1, 0, "_probed = set()");
  return lines.join("\n");
}

interface ProbePlace {
  readonly line: number;
  readonly indentation: string;
}

function probePlaces(program: PythonProgram): readonly ProbePlace[] {
  return program.nodes.flatMap((node) => {
    const indentation = indentationOf(program, node);
    if (!isStatement(node) || functionOf(node) === null || indentation === null) return [];
    return [{ line: lineOf(program, node.from), indentation }];
  });
}

/** What each test that printed anything executed, as far as the report shows it. */
export function readTraces({ last_execution_output: output, test_results }: CodeObservation): readonly TestTrace[] {
  const sections = output.split(/^PRINTED by /m).slice(1);
  // Every test prints if every test reaches a function; then they stand in the tests' order.
  const inOrder = sections.length === test_results.length;
  const failing = test_results.flatMap(({ error_message }) => (error_message === null ? [] : [callIn(error_message)]));
  return sections.map((section, index) => {
    const marks = [...section.matchAll(new RegExp(`${MARK}(\\d+)$`, "gm"))];
    const call = squeeze(section.slice(0, marks[0]?.index ?? section.length));
    return {
      passed: inOrder ? (test_results[index]?.passed ?? true) : !failing.some((other) => other.startsWith(call)),
      lines: new Set(marks.map(([, line]) => Number(line))),
    };
  });
}

/** The call that a failing test's message shows. */
function callIn(message: string): string {
  return squeeze(/^call:([\s\S]*?)^expected: /m.exec(message)?.[1] ?? message);
}

/** Blanks and the sign of a cut are all in which the two ways of showing a call differ. */
function squeeze(text: string): string {
  return text.replace(/\s+|…$/g, "");
}
