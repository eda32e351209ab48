/** Which folders import from which: an import counts between the two folders side by side that its two ends lie in. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

/** Folders, and those beside them that they import from. */
export type FolderGraph = ReadonlyMap<string, ReadonlySet<string>>;

/** Of all sources under the folders given. */
export function folderGraphOf(roots: readonly string[]): FolderGraph {
  const graph = new Map<string, Set<string>>();
  for (const { folder, path } of roots.flatMap(importsUnder)) {
    const [from, to] = apart(folder.split(sep), dirname(normalize(join(folder, path))).split(sep));
    if (from !== undefined && to !== undefined) graph.set(from, new Set([...(graph.get(from) ?? []), to]));
  }
  return graph;
}

/** Circles of folders that import from each other, each told once, as `a > b > c > a`. */
export function circlesIn(graph: FolderGraph): readonly string[] {
  const circles = new Map<string, string>();
  const done = new Set<string>();
  const follow = (folder: string, path: readonly string[]): void => {
    const since = path.indexOf(folder);
    if (since !== -1) {
      const circle = path.slice(since);
      circles.set(circle.toSorted().join(), [...circle, folder].join(" > "));
    }
    if (since !== -1 || done.has(folder)) return;
    for (const next of graph.get(folder) ?? []) follow(next, [...path, folder]);
    done.add(folder);
  };
  for (const folder of graph.keys()) follow(folder, []);
  return [...circles.values()];
}

interface Import {
  /** The folder of the file that imports. */
  readonly folder: string;
  /** As it stands there. */
  readonly path: string;
}

function importsUnder(root: string): readonly Import[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap(({ parentPath: folder, name }) => {
      const text = readFileSync(join(folder, name), "utf8");
      return [...text.matchAll(/\b(?:from|import) ?\(?"(\.[^"]+)"/g)].map(([, path = ""]) => ({ folder, path }));
    });
}

/** The first two folders that differ on the way to both; nothing where one way is the beginning of the other. */
function apart(from: readonly string[], to: readonly string[]): readonly [string?, string?] {
  const same = from.findIndex((part, at) => part !== to[at]);
  if (same === -1 || same >= to.length) return [];
  return [from.slice(0, same + 1).join(sep), to.slice(0, same + 1).join(sep)];
}
