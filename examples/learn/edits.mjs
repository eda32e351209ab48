/** The edits that a policy may choose from for each task: the right one, wrong ones, and useless ones. */
import { smallestEdit } from "../../dist/agents/oracle-agent.js";
import { parsePython } from "../../dist/agents/search/python-program.js";
import { repairsOf } from "../../dist/agents/search/repairs.js";
import { createDraws, shuffled } from "./draws.mjs";

const WRONG_EDITS = 7;

/**
 * An edit gives an action for the text that it meets. The right one writes the reference solution, the wrong ones are
 * repairs that the search agent would try, drawn by chance, and four repair nothing wherever they are made.
 */
export function editsFor({ name, code, program }) {
  const draw = createDraws("edits", name);
  const given = withoutEnd(code.text);
  const solution = withoutEnd(program.solution.text);
  const tries = [...repairsOf(parsePython(given), [])].map(({ text }) => text).filter((text) => text !== solution);
  const versions = [solution, ...shuffled(tries, draw).slice(0, WRONG_EDITS)];
  const rewrites = versions.map((version) => (text) => replace(smallestEdit(text, version)));
  return shuffled([...rewrites, sameLine, comment, brokenLine, outside], draw);
}

const sameLine = (text) => replace({ start_line: 1, end_line: 1, new_code_block: linesOf(text)[0] });
const brokenLine = () => replace({ start_line: 2, end_line: 2, new_code_block: "    (" });
const outside = () => replace({ start_line: 9999, end_line: 9999, new_code_block: "pass" });

function comment(text) {
  const lines = linesOf(text).length;
  return replace({ start_line: lines + 1, end_line: lines, new_code_block: "# looks fine" });
}

function replace(fields) {
  return { action_type: "REPLACE_LINES", ...fields };
}

function linesOf(text) {
  return text.split("\n");
}

function withoutEnd(text) {
  return text.replace(/\n$/, "");
}
