/** Nobody reads a sentence of ours back: what a program asks of a step, a run or a message is told as data. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const FOLDERS = ["src", "web/src", "examples"];
const PAGES = ["client.py", "inference.py"];

/** A way to look into a text, in TypeScript or in Python. */
const LOOKS =
  "(?:startsWith|endsWith|includes|indexOf|split|match|matchAll|search|replace|replaceAll|startswith|endswith)";
/** Its argument begins with words after one another: no name, mark or format does. */
const AT_A_SENTENCE = new RegExp(`\\.${LOOKS}\\(\\s*[frb]?["'\`/]\\^?[^"'\`/]*\\p{L}{2,} \\p{L}{2,}`, "u");
/** Fields that hold sentences for a reader, looked into by any text at all. */
const IN_A_FIELD = new RegExp(
  `\\b(?:last_execution_output|error_message|syntax_error|system_prompt)\\)?\\??\\.${LOOKS}\\(`,
);
const COMPARED = /(?:===|!==|==|!=)\s*["'`]\p{Lu}?\p{L}+ \p{L}+ /u;
/** Into its lines, whatever they say. */
const LINES = /\.split\("\\n"/;

function readersIn(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:\*|\/\/|\/\*\*|#)/.test(line))
    .filter((line) => AT_A_SENTENCE.test(line) || COMPARED.test(line) || (IN_A_FIELD.test(line) && !LINES.test(line)));
}

describe("a reader of sentences", () => {
  test.each([
    ['if (output.startsWith("Submitted and solved")) return true;'],
    ["const found = /^Submitted and solved/.exec(text) ?? text.match(/hidden tests passed/);"],
    ['const [head] = prompt.split("about the program");'],
    ['return message.error_message?.includes("x");'],
    ['if (reason === "the returns do not differ") return null;'],
    ['    if text.startswith("Cannot take an action"):'],
    ["const at = observation.metadata.system_prompt.indexOf(ABOUT);"],
  ])("is known by its looks: %s", (line) => {
    expect(readersIn(line)).toEqual([line]);
  });

  test.each([
    ['const [path = ""] = request.url.split("?");'],
    ['const headline = observation.last_execution_output.split("\\n", 1)[0] ?? "";'],
    ['const isJson = type.startsWith("application/json");'],
    ['if (kind === "writes") return;'],
  ])("is none that reads a format or counts lines: %s", (line) => {
    expect(readersIn(line)).toEqual([]);
  });

  test("stands in no source but src/words, where what is written and read again stands in one file", () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(join(packageRoot(), folder), { recursive: true, encoding: "utf8" })
        .filter((name) => /\.(?:tsx?|mjs|py)$/.test(name))
        .map((name) => join(folder, name)),
    );
    expect(files.length).toBeGreaterThan(300);
    const found = [...files, ...PAGES]
      .filter((file) => !file.startsWith(join("src", "words")))
      .flatMap((file) =>
        readersIn(readFileSync(join(packageRoot(), file), "utf8")).map((line) => `${file}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });
});
