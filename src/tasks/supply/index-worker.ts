/** A thread that makes the index of one root and hands it over in pieces, so that nobody who plays waits for it. */
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { indexPrograms } from "./index-programs.ts";

const dataSchema = z.object({ root: z.string(), kept: z.string(), version: z.string() });
/** Small enough to be taken over in a millisecond or two. */
const FOLDERS_A_MESSAGE = 100;

const { root, ...options } = dataSchema.parse(workerData);
const folders = await indexPrograms(root, options);
for (let start = 0; start < folders.length; start += FOLDERS_A_MESSAGE) {
  parentPort?.postMessage(folders.slice(start, start + FOLDERS_A_MESSAGE));
}
