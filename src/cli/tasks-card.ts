/** The verb `tracefix tasks card`: prints what is known of the tasks' quality, or writes it into the documents. */
import { join } from "node:path";
import type { Writable } from "node:stream";
import { packageRoot } from "../ground/package-root.ts";
import { replaceFile } from "../ground/replace-file.ts";
import { buildTaskCard } from "./card/build-card.ts";
import { cardMarkdown } from "./card/card-markdown.ts";
import type { CardSet } from "./card/card-sets.ts";

export interface TasksCardOptions {
  readonly json: boolean;
  /** Sets that are counted; all if left out. */
  readonly sets?: readonly CardSet[] | undefined;
  /** Whether the document of all sets is written, in place of printing. */
  readonly write: boolean;
}

/** @throws BrokenProgramError */
export async function tasksCard({ json, sets, write }: TasksCardOptions, output: Writable): Promise<void> {
  const card = await buildTaskCard(write ? undefined : sets);
  if (write) {
    await replaceFile(join(packageRoot(), "docs", "task-card.md"), cardMarkdown(card));
    output.write("Wrote docs/task-card.md.\n");
  } else output.write(json ? `${JSON.stringify(card, null, 2)}\n` : cardMarkdown(card));
}
