/** Edits of real Python whose form is off: what is meant is done, it costs nothing, and the observation says so. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TraceFixRLGym } from "../../src/environment/gym.ts";
import type { CodeObservation, Normalisation } from "../../src/protocol/protocol.ts";
import { openPythonSandbox } from "../../src/sandbox/python/python-sandbox.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { sample } from "../support/sample.ts";
import { fileOf, replace, request, take } from "./support/open-gym.ts";
import { loadRealTasks } from "./support/real-tasks.ts";

const tasks = await loadRealTasks();
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await openPythonSandbox({ workers: 1 });
});
afterAll(() => sandbox.close());

const FILE = [
  "def total_of(numbers):",
  "    total = 0",
  "    for number in numbers:",
  "        if number:",
  "            total = number",
  "    return total",
  'NAMES = {0: "zero",',
  '8: "eight"}',
  'TEXT = """',
  "code",
  '"""',
].join("\n");

async function open(code = FILE): Promise<TraceFixRLGym> {
  const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox });
  const { observation } = await gym.reset(request({ task_name: "sum_even_wrong_condition" }));
  expect((await take(gym, replace(1, Object.keys(observation.code_dict).length, code))).syntax_error).toBeNull();
  return gym;
}

function formOf({ metadata }: CodeObservation): readonly Normalisation[] | undefined {
  return metadata.normalised;
}

/** All that is seen but what the form was off by. */
function withoutForm({ metadata: { normalised: _, ...metadata }, ...rest }: CodeObservation): object {
  return { ...rest, metadata };
}

async function play(block: string, start: number, end: number): Promise<CodeObservation> {
  return take(await open(), replace(start, end, block));
}

describe("a block with something copied into it", () => {
  const PLAIN = "            total += number\n    return total";

  test.each<[string, string, readonly Normalisation[]]>([
    ["our own line numbers", " 5 |             total += number\n 6 |     return total", ["line_numbers"]],
    ["numbers before colons", "5:             total += number\n6:     return total", ["line_numbers"]],
    ["numbers before tabs", "     5\t            total += number\n     6\t    return total", ["line_numbers"]],
    ["a code fence", `\`\`\`python\n${PLAIN}\n\`\`\`\n`, ["code_fence"]],
    [
      "line numbers in a fence",
      "```\n 5 |             total += number\n 6 |     return total\n```",
      ["line_numbers", "code_fence"],
    ],
  ])("%s is taken as the plain block, but for the word on its form", async (_, block, normalised) => {
    const [plain, meant] = [await play(PLAIN, 5, 6), await play(block, 5, 6)];
    expect(formOf(plain)).toBeUndefined();
    expect(formOf(meant)).toEqual(normalised);
    expect(withoutForm(meant)).toEqual(withoutForm(plain));
    expect(meant.code_dict).toMatchObject({ 5: "            total += number", 6: "    return total" });
  });

  test.each<[string, string, number, number]>([
    ["numbers that begin elsewhere", "6 |             print(number)", 5, 5],
    ["numbers that begin elsewhere, padded", " 6 |             print(number)", 5, 5],
    ["numbers that are not consecutive", "5 |             print(number)\n7 |     print(total)", 5, 6],
    ["a number in the first line alone", "5 |             print(number)\n    print(total)", 5, 6],
    [
      "a number in the first line alone, of more",
      "4 |         if number:\n            print(number)\n    return total",
      4,
      6,
    ],
    ["a number in another line than the first", "print(number)\n6 | print(total)", 5, 5],
    ["numbers that begin elsewhere, in a fence", "```\n9 |             print(number)\n```", 5, 5],
  ])("%s is refused and told, and never indented", async (_, block, start, end) => {
    const observation = await play(block, start, end);
    expect(fileOf(observation)).toBe(FILE);
    expect(observation.syntax_error).not.toBeNull();
    expect(observation.last_execution_output).toMatch(/lines begin with line numbers \(" ?\d \| "\)/);
    expect(formOf(observation) ?? []).not.toContain("block_indent");
    expect(formOf(observation) ?? []).not.toContain("first_line_indent");
  });

  test.each<[string, string, string, Normalisation]>([
    ["a term of a longer expression", "total = (\n    total\n    | 4\n)", "            )", "block_indent"],
    ["a term at the beginning of its line", "total += (\n    4 | number\n)", "            )", "block_indent"],
    ["a line of a string", 'TEXT = """\n1 | a\n"""', '"""', "first_line_indent"],
  ])("%s with a bar is no copied number: the block is indented", async (_, block, last, form) => {
    const observation = await play(block, 5, 5);
    expect(formOf(observation)).toEqual([form]);
    expect(observation.code_dict[String(4 + block.split("\n").length)]).toBe(last);
  });

  test("is refused as the plain block where that does not parse", async () => {
    const [plain, meant] = [await play("total += (", 5, 5), await play("5 | total += (", 5, 5)];
    expect(withoutForm(meant)).toEqual(withoutForm(plain));
    expect(formOf(meant)).toEqual(["line_numbers"]);
    expect(meant.syntax_error).not.toBeNull();
  });

  test("keeps the numbers that are keys of a dictionary", async () => {
    const observation = await play('8: "a",\n9: "b"}', 8, 8);
    expect(observation.code_dict).toMatchObject({ 8: '8: "a",', 9: '9: "b"}' });
    expect(formOf(observation)).toBeUndefined();
  });

  test("keeps a fence that stands in a string", async () => {
    const observation = await play("```\ncode\n```", 10, 10);
    expect(observation.code_dict).toMatchObject({ 10: "```", 11: "code", 12: "```" });
    expect(formOf(observation)).toBeUndefined();
  });

  test("changes nothing where the plain block would change nothing", async () => {
    const observation = await play("6 |     return total", 6, 6);
    expect(observation.last_execution_output).toContain("Nothing changed in line 6");
    expect(formOf(observation)).toEqual(["line_numbers"]);
  });
});

describe("a block whose first line lost its indent", () => {
  test.each([
    [
      "before a shallower line",
      "total += number\n    return total",
      5,
      6,
      ["            total += number", "    return total"],
    ],
    [
      "before a deeper line, which does not go deeper still",
      "if number > 0:\n            total += number",
      4,
      5,
      ["        if number > 0:", "            total += number"],
    ],
    [
      "before a string whose lines are flush left",
      'total = """\na\n"""\n    return total',
      6,
      6,
      ['    total = """', "a", '"""', "    return total"],
    ],
  ])("%s gets it back", async (_, block, start, end, lines) => {
    const observation = await play(block, start, end);
    expect(Object.values(observation.code_dict).slice(start - 1, start - 1 + lines.length)).toEqual(lines);
    expect(formOf(observation)).toEqual(["first_line_indent"]);
    expect(observation.last_execution_output).toContain("The block's first line alone came flush left");
  });

  test("is indented whole where that is what parses", async () => {
    const observation = await play("if number > 0:\n    total += number", 4, 5);
    expect(observation.code_dict).toMatchObject({ 4: "        if number > 0:", 5: "            total += number" });
    expect(formOf(observation)).toEqual(["block_indent"]);
  });

  test("and carries line numbers before tabs gets both put right", async () => {
    const observation = await play("5:total += number\n6:    return total", 5, 6);
    expect(observation.code_dict).toMatchObject({ 5: "            total += number", 6: "    return total" });
    expect(formOf(observation)).toEqual(["line_numbers", "first_line_indent"]);
  });

  test("costs what the plain block costs", async () => {
    const plain = await play("            total += number\n    return total", 5, 6);
    const meant = await play("total += number\n    return total", 5, 6);
    expect({ ...meant.metadata, normalised: [] }).toEqual({ ...plain.metadata, normalised: [] });
    expect(fileOf(meant)).toBe(fileOf(plain));
  });
});

/** The repair as an edit from the first line that differs to the last, and at least one line more. */
function repairOf(given: readonly string[], solution: readonly string[]) {
  let head = 0;
  while (given[head] === solution[head]) head += 1;
  let tail = 0;
  const most = Math.min(given.length, solution.length) - head - 1;
  while (tail < most && given.at(-1 - tail) === solution.at(-1 - tail)) tail += 1;
  const end = Math.min(given.length, given.length - tail + 1);
  return { start: head + 1, end, block: solution.slice(head, solution.length - (given.length - end)) };
}

const written = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

describe("the repair of every task", () => {
  test.each(sample(tasks.tasks, 5).map((task) => [task.name, task] as const))(
    "%s survives a parser that strips it, a copied gutter and a fence",
    async (name, task) => {
      const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox });
      const given = Object.values((await gym.reset(request({ task_name: name }))).observation.code_dict);
      const { start, end, block } = repairOf(given, task.program.solution.text.trimEnd().split("\n"));
      const numbered = block.map((line, index) => `${start + index} | ${line}`);
      const forms = [block.join("\n").trim(), numbered.join("\n").trim(), ["```python", ...block, "```"].join("\n")];
      for (const form of forms) {
        await gym.reset(request({ task_name: name }));
        const edited = await take(gym, replace(start, end, form));
        // A blank line at its end is gone with what strips the block; no line of code is.
        expect(written(fileOf(edited))).toEqual(written(task.program.solution.text));
      }
    },
  );
});

describe("an edit by text", () => {
  const WHOLE = "            total = number";
  const NEW = "            total += number";
  const swap = (old_code_block: string, new_code_block: string) => {
    return { action_type: "REPLACE_LINES", old_code_block, new_code_block };
  };
  const fenced = (text: string) => `\`\`\`python\n${text}\n\`\`\``;

  test.each<[string, string, string, readonly Normalisation[]]>([
    ["with its number", `5 | ${WHOLE}`, NEW, ["line_numbers"]],
    ["with a number that it had once", `15 | ${WHOLE}`, NEW, ["line_numbers"]],
    ["with a colon behind the number", `5: ${WHOLE}`, NEW, ["line_numbers"]],
    ["with a tab behind the number", `     5\t${WHOLE}`, NEW, ["line_numbers"]],
    ["in a fence", fenced(WHOLE), NEW, ["code_fence"]],
    ["with its number, as the new one", `5 | ${WHOLE}`, `5 | ${NEW}`, ["line_numbers"]],
    ["with a number that it had once, as the new one", `15 | ${WHOLE}`, `15 | ${NEW}`, ["line_numbers"]],
    ["in a fence, as the new one", fenced(WHOLE), fenced(NEW), ["code_fence"]],
    ["numbered in a fence", fenced(`15 | ${WHOLE}`), fenced(`15 | ${NEW}`), ["line_numbers", "code_fence"]],
    ["without its indent, which is part of the line", "total = number", "total += number", []],
  ])("whose old text came %s is taken as meant, but for the word on its form", async (_, old, block, normalised) => {
    const plain = await take(await open(), swap(WHOLE, NEW));
    const meant = await take(await open(), swap(old, block));
    expect(formOf(meant) ?? []).toEqual(normalised);
    expect(withoutForm(meant)).toEqual(withoutForm(plain));
  });

  test.each([
    ["a line", WHOLE],
    ["a line that came flush left itself", "total = number"],
    ["lines that lost the indent of the first", "total = number\n    return total"],
  ])("whose new text comes flush left is indented as a block by number is, in place of %s", async (_, old) => {
    const observation = await take(await open(), swap(old, "if number > 0:\n    total += number\nnumber = 0"));
    expect(fileOf(observation)).toContain(
      "\n            if number > 0:\n                total += number\n            number = 0\n",
    );
    expect(formOf(observation)).toEqual(["block_indent"]);
    expect(observation.last_execution_output).toContain("came flush left, so it was indented by 12 spaces");
  });

  test("whose old text has a number and stands in the file so is taken as it is", async () => {
    const observation = await take(await open(), swap('8: "eight"}', '9: "nine"}'));
    expect(formOf(observation)).toBeUndefined();
    expect(fileOf(observation)).toContain('9: "nine"}');
  });
});
