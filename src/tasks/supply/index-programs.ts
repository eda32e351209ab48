/** Makes the compact index of folders of programs: what has not changed since the last time comes from a file. */
import { listImpossible, listTasks } from "../mutants/program-tasks.ts";
import { fewAtOnce } from "./few-at-once.ts";
import { type IndexedFolder, IndexFile } from "./index-file.ts";
import { programFacts } from "./program-cache.ts";
import { signatureOf } from "./program-signature.ts";
import { FOLDERS_AT_ONCE, listPrograms, type ProgramPlace, readProgram } from "./read-programs.ts";

export interface IndexOptions {
  /** Where indexes are kept. */
  readonly kept: string;
  readonly version: string;
}

/** Every program of the root, in its folders' order. Blocks for a moment: it is for a thread of its own. */
export async function indexPrograms(root: string, { kept, version }: IndexOptions): Promise<IndexedFolder[]> {
  const file = new IndexFile(kept, { root, version });
  const known = new Map((await file.read()).map((one) => [one.folder, one]));
  const places = await listPrograms(root);
  let isChanged = places.length !== known.size;
  const folders = await fewAtOnce(places, FOLDERS_AT_ONCE, async (place) => {
    const signature = signatureOrNone(place.folder);
    const before = known.get(place.folder);
    if (before !== undefined && before.signature === signature) return before;
    isChanged = true;
    return readIndexed(place, signature);
  });
  if (isChanged) await file.write(folders);
  return folders;
}

/** What has none is read each time, and its reader says what is wrong with it. */
function signatureOrNone(folder: string): string {
  try {
    return signatureOf(folder);
  } catch {
    return noSignature();
  }
}

async function readIndexed(place: ProgramPlace, signature: string): Promise<IndexedFolder> {
  const { folder } = place;
  const none = { folder, program: null, tasks: [], impossible: [] };
  try {
    const { loaded, problems } = await readProgram(place);
    if (loaded === null) return { ...none, signature, problems: [...problems] };
    const { tags, ...program } = programFacts(loaded);
    const tasks = { tasks: listTasks(loaded), impossible: listImpossible(loaded) };
    return { folder, signature, program: { ...program, tags: [...tags] }, ...tasks, problems: [] };
  } catch (error) {
    // One program must never keep the others from being read, and next time it may be whole.
    const message = `this program cannot be read (${String(error)})`;
    return { ...none, signature: noSignature(), problems: [{ file: folder, line: null, key: null, message }] };
  }
}

/** Equals no other. */
function noSignature(): string {
  return `none ${process.hrtime.bigint()}`;
}
