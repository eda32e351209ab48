/** Where that is which comes with the package: folders of a clone, and files of an installed package. */
import { ownOrPacked } from "../../ground/package-root.ts";
import { PACK_ENDING } from "../packed-programs.ts";
import type { TaskSetsOptions } from "./task-sets.ts";

/** The roots of the sixteen tasks, and of the programs whose tasks are generated. */
export function packagePrograms(): Required<Pick<TaskSetsOptions, "own" | "catalogue">> {
  return { own: rootOf("programs"), catalogue: rootOf("catalogue") };
}

/** What was measured of their integrity. */
export function packageIntegrity(): string {
  return ownOrPacked(["catalogue", "quality", "integrity.jsonl"], "integrity.jsonl");
}

function rootOf(name: string): string {
  return ownOrPacked([name], `${name}${PACK_ENDING}`);
}
