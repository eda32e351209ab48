/** Which of the program's files an action is about, by the path that it was sent. */
import { didYouMeanOf, nearestNames } from "../../tasks/nearest-name.ts";
import { unknownFile } from "../../words/action-words.ts";
import type { Workspace } from "../workspace.ts";

export type NamedFile =
  | { readonly found: true; readonly path: string }
  /** That there is no such file, and which are meant perhaps. */
  | { readonly found: false; readonly problem: string };

/** @param sent null where no path was sent: the file of the last edit or failure is meant then */
export function namedFile({ source, aim }: Workspace, sent: string | null): NamedFile {
  const path = sent === null ? aim : sent.replace(/^(?:\.\/+)+/, "");
  if (source.files.has(path)) return { found: true, path };
  const paths = [...source.files.keys()];
  const within = paths.filter((each) => each.endsWith(`/${path}`));
  const nearest = didYouMeanOf(within.length > 0 ? within.slice(0, MOST_NEAREST) : nearestNames(path, paths));
  return { found: false, problem: unknownFile(sent ?? path, { paths, nearest }) };
}

const MOST_NEAREST = 3;
