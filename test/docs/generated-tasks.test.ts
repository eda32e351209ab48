/** docs/generated-tasks.md: what the catalogue's tasks are, counted; written again by `npm test -- test/docs/generated-tasks.test.ts -u`. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { formatTally } from "../../src/cli/generation-output.ts";
import { packageRoot } from "../../src/ground/package-root.ts";
import { countNearDuplicates } from "../../src/tasks/generation/making/near-duplicates.ts";
import { tallyMutants } from "../../src/tasks/generation/making/tally-mutants.ts";
import { mutantTask } from "../../src/tasks/mutants/program-tasks.ts";
import { loadCatalogue } from "../tasks/support/catalogue.ts";

it("counts the catalogue's generated tasks by all that they differ in", async () => {
  const programs = (await loadCatalogue()).map(({ loaded }) => loaded);
  const tasks = programs.flatMap(({ program, mutants }) =>
    mutants.map((mutant) => {
      const { code } = mutantTask(program, mutant);
      return { split: program.split, given: code, solution: program.solution };
    }),
  );
  const { repairs, shared, across } = countNearDuplicates(tasks);
  const document = `# Generated tasks, counted

What is in the \`mutants.jsonl\` of the programs of \`catalogue/\`; [tasks.md](tasks.md#generated-tasks) says how they are made.

${formatTally(tallyMutants(programs)).trim()}

${repairs} different edits of lines mend them; ${shared} tasks share their edit with another one of the same split, and ${across}
edits mend tasks of two splits. Written by a test: \`npm test -- test/docs/generated-tasks.test.ts -u\` counts again.
`;
  await expect(document).toMatchFileSnapshot(join(packageRoot(), "docs/generated-tasks.md"));
});
