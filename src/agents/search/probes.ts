/** Learns which statements each test executes: by print probes before them, and by reading what the tests then print. */
import { lineAt } from "../../ground/line-at.ts";
import type { CodeObservation } from "../../protocol/protocol.ts";
import type { TestTrace } from "./ochiai.ts";
import { functionOf, indentationAt, isStatement, type PythonProgram } from "./python-program.ts";

/** Unlikely in what a program prints itself. */
const MARK = "@probe:";
const MARKED = new RegExp(`${MARK}(\\d+)$`);

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
  lines.splice(lineAt(program.text, first.from) - 1, 0, "_probed = set()");
  return lines.join("\n");
}

interface ProbePlace {
  readonly line: number;
  readonly indentation: string;
}

function probePlaces(program: PythonProgram): readonly ProbePlace[] {
  return program.nodes.flatMap((node) => {
    const indentation = indentationAt(program, node);
    if (!isStatement(node) || functionOf(node) === null || indentation === null) return [];
    return [{ line: lineAt(program.text, node.from), indentation }];
  });
}

/** The lines whose probes a test's output tells of. */
export function marksIn(printed: string): ReadonlySet<number> {
  return new Set(
    printed
      .split("\n")
      .flatMap((line) => MARKED.exec(line)?.[1] ?? [])
      .map(Number),
  );
}

/** What each test that printed anything executed, as far as the report shows it. */
export function readTraces({ last_execution_output, test_results, metadata }: CodeObservation): readonly TestTrace[] {
  const printed = ("printed" in metadata && metadata.printed) || [];
  const report = last_execution_output.split("\n");
  return printed.map(({ test, first_line, last_line }) => {
    const lines = marksIn(report.slice(first_line - 1, last_line).join("\n"));
    return { passed: test_results[test]?.passed ?? true, lines };
  });
}
