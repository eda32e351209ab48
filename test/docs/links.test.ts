import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";

const ROOT = packageRoot();
const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

function read(document: string): string {
  return readFileSync(join(ROOT, document), "utf8");
}

/** The targets of Markdown links and pictures, outside code. */
function links(document: string): readonly string[] {
  const prose = read(document)
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => target ?? []);
}

/** The anchors that GitHub gives a document's headings. */
function anchors(document: string): readonly string[] {
  const prose = read(document).replace(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Why a link leads nowhere; null if it leads somewhere, or away from the repository. */
function fault(document: string, link: string): string | null {
  if (/^https:\/\//.test(link)) return null;
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? document : join(dirname(document), path);
  if (!existsSync(join(ROOT, target))) return `${link}: there is no ${target}`;
  if (anchor !== undefined && !anchors(target).includes(anchor)) return `${link}: ${target} has no such heading`;
  return null;
}

/** What a run of the evaluation writes into its own folder. */
const OF_A_RUN: ReadonlySet<string> = new Set(["run.json", "results.json", "report.md", "comparison.md"]);

/** Paths of this repository that a document names in code, without those that hold a placeholder. */
function namedPaths(document: string): readonly string[] {
  const named = read(document).matchAll(/`((?:src|test|scripts|programs|docs|bench)\/[\w./-]*|[\w-]+\.(?:md|json))`/g);
  return [...named].flatMap(([, path = ""]) => (OF_A_RUN.has(path) ? [] : path));
}

describe.each(DOCUMENTS)("%s", (document) => {
  it("has no link that leads nowhere", () => {
    expect(links(document).flatMap((link) => fault(document, link) ?? [])).toEqual([]);
  });

  it("names no file or folder that is not there", () => {
    expect(namedPaths(document).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe("the folders in docs/architecture.md", () => {
  const [, rooms = "", around = ""] =
    /\| Room \| What it knows([\s\S]*?)\| Folder \| What \|([\s\S]*?)\n\n/.exec(read("docs/architecture.md")) ?? [];
  const foldersIn = (table: string) => [...table.matchAll(/^\| `([\w./-]+)\/`/gm)].map(([, path = ""]) => path);

  it("are there", () => {
    const folders = [...foldersIn(rooms).map((room) => `src/${room}`), ...foldersIn(around)];
    expect(folders.length).toBeGreaterThan(15);
    for (const path of folders.filter((folder) => !folder.startsWith("."))) {
      expect(statSync(join(ROOT, path)).isDirectory()).toBe(true);
    }
  });

  it("leave out no room of src/", () => {
    const there = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(foldersIn(rooms).sort()).toEqual(there.map(({ name }) => name).sort());
  });
});

describe("README.md", () => {
  it("is short, so that it is read", () => {
    expect(read("README.md").split("\n").length).toBeLessThan(155);
  });

  it("and the pages it leads to name every command of the project's first description", () => {
    const pages = DOCUMENTS.map(read).join("\n");
    const commands = [
      "uv sync",
      "uv run --project . server",
      "docker build -t tracefix-rl:test -f Dockerfile .",
      "docker run --rm -p 7860:7860 tracefix-rl:test",
      "openenv push",
      "bash ./pre-val.sh https://<your-space>.hf.space .",
      "python inference.py --medium --thought",
    ];
    expect(commands.filter((command) => !pages.includes(command))).toEqual([]);
  });
});
