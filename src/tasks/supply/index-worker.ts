/** A thread that makes the index of one root and hands it over in pieces, so that nobody who plays waits for it. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import type { IndexedFolder } from "./index-file.ts";
import { indexPrograms } from "./index-programs.ts";

const dataSchema = z.object({ root: z.string(), kept: z.string(), version: z.string() });
/** Folders and tasks together; few enough to be taken over in a millisecond or two. */
const MOST_A_MESSAGE = 300;

const { root, ...options } = dataSchema.parse(workerData);
let piece: IndexedFolder[] = [];
let weight = 0;
const send = (): void => {
  parentPort?.postMessage(piece);
  piece = [];
  weight = 0;
};
for (const folder of await indexPrograms(root, options)) {
  piece.push(folder);
  weight += 1 + folder.tasks.length;
  if (weight >= MOST_A_MESSAGE) send();
}
send();
