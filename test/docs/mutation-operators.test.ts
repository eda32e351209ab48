import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { MUTATION_OPERATORS } from "../../src/tasks/generation/operators.ts";

const DOCUMENT = readFileSync(join(packageRoot(), "docs/mutation-operators.md"), "utf8");
const FOLDER = join(packageRoot(), "src/tasks/generation/operators");

it("docs/mutation-operators.md has the table of the operators, as their files tell of them", () => {
  const [, documented] = /<!-- operators -->\n([\s\S]*?)<!-- \/operators -->/.exec(DOCUMENT) ?? [];
  expect(documented).toBe(operatorTable());
});

function operatorTable(): string {
  const rows = MUTATION_OPERATORS.map(({ name, bugType, realism }) => {
    const { does, sources } = firstComment(name);
    return `| \`${name}\` | ${does} | \`${bugType}\` | ${realism} | ${sources} |\n`;
  });
  return `| Operator | What it does | \`bug_type\` | Realism | Seen in |\n|---|---|---|---|---|\n${rows.join("")}`;
}

/** What a file's first comment says, and which sources it names at its end. */
function firstComment(name: string): { readonly does: string; readonly sources: string } {
  const text = readFileSync(join(FOLDER, `${name}.ts`), "utf8");
  const [, does = "", sources = ""] = /^\/\*\* (.+?) Sources?: (.+)\. \*\/\n/.exec(text) ?? [];
  expect(does, `${name}.ts opens with what it does and its sources`).not.toBe("");
  return { does: does.replaceAll("|", "\\|"), sources };
}
