/** Finds the file of an action: `UNDO_EDIT` stands in `undo-edit.ts`, so that its row is the only list it is in. */
import type { ActionType } from "../../protocol/protocol.ts";
import type { ActionFile } from "./action-file.ts";

export async function loadActionFile(type: ActionType): Promise<ActionFile> {
  // A bundler looks through another folder only, and this one is that.
  const file: unknown = await import(`../actions/${type.toLowerCase().replaceAll("_", "-")}.ts`);
  if (!isActionFile(file)) throw new Error(`The file of ${type} must export what the action does, as act`);
  return file;
}

function isActionFile(file: unknown): file is ActionFile {
  return typeof file === "object" && file !== null && "act" in file && typeof file.act === "function";
}
