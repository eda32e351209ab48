/** Opens a file that was chosen or dropped, and shows what is looked for in it. */

import { routeLink } from "../logic/route.ts";
import { currentRoute } from "../store.ts";
import { droppedFile, openFile } from "./dropped-file.ts";

/** An episode, as its row names it. */
export interface WantedEpisode {
  readonly key: string;
  readonly agent: string;
  readonly step: number;
}

/** @param wanted shown at once where the file has it; else the list of all that it holds */
export async function takeFile(file: File, wanted: WantedEpisode | null = null): Promise<void> {
  const { page, query } = currentRoute.value;
  const reading = openFile(file);
  // Someone who follows a link to a step of this file is shown it, once it is read so far.
  const isAwaited = page === "replay" && query.file === file.name && query.line !== undefined;
  if (wanted === null && !isAwaited) location.hash = routeLink("replay", { file: file.name });
  await reading;
  if (wanted === null) return;
  const found = droppedFile.value?.rows.find(({ key, agent }) => key === wanted.key && agent === wanted.agent);
  location.hash = routeLink("replay", found ? { ...found.query, step: wanted.step } : { file: file.name });
}

/** What may be chosen. */
export const FILE_KINDS = ".jsonl,.json,application/json";

/** Takes what was chosen in a field for files. */
export function takeChosen({ files }: HTMLInputElement, wanted: WantedEpisode | null = null): void {
  const [file] = files ?? [];
  if (file) void takeFile(file, wanted);
}
