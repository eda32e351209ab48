/** The file of each action, loaded by the name in its row. */
import { ACTION_LIST, type ActionType } from "../../protocol/protocol.ts";
import type { ActionFile } from "./action-file.ts";
import { loadActionFile } from "./load-action-file.ts";

const loaded = await Promise.all(ACTION_LIST.map(async ({ type }) => [type, await loadActionFile(type)] as const));
const files: ReadonlyMap<ActionType, ActionFile> = new Map(loaded);

export function actionFileOf(type: ActionType): ActionFile {
  const file = files.get(type);
  if (file === undefined) throw new Error(`There is no file of ${type}`);
  return file;
}
