/** Builds the page at `/web/` into `dist/web`, if it has changed since; each file is compressed beforehand. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { hashFiles, listFiles, readJson, replaceFolder, writeJson } from "./files.mjs";
import { DIST, ROOT } from "./paths.mjs";
import { slowStep } from "./progress.mjs";
import { inUnfinishedFolder } from "./unfinished.mjs";

const PAGE = join(DIST, "web");
const STAMP = join(DIST, "web-build.json");
/** What the page is made from. */
const SOURCES = ["web", "src/ground", "src/protocol", "src/evaluation/statistics", "src/evaluation/pages"];

export function isPageBuilt() {
  // An image for production may come without the sources of what it has built.
  if (!existsSync(join(ROOT, "web"))) return existsSync(join(PAGE, "index.html"));
  const built = readJson(STAMP);
  return built?.inputs === inputs() && built.outputs === outputs(PAGE);
}

export async function ensurePage() {
  if (isPageBuilt()) return;
  await slowStep("Building the page", () =>
    inUnfinishedFolder("page", async (folder) => {
      await bundle(folder);
      compressAll(folder);
      const stamp = { inputs: inputs(), outputs: outputs(folder) };
      replaceFolder(folder, PAGE);
      writeJson(STAMP, stamp);
    }),
  );
}

/** All schemas, and in the same file before them what keeps them from `eval`: a file that is shared is run before the page's own. */
const SCHEMAS = {
  name: "schemas",
  test: /no-eval\.ts$|node_modules[\\/]zod[\\/]|src[\\/]protocol[\\/]/,
  priority: 2,
};

/** What every view needs, which imports none of them; and what several need besides: a dozen small files would each be a request. */
const FIRST = {
  name: "first",
  tags: ["$initial"],
  test: (id) => !id.endsWith("main.tsx") && !id.endsWith("index.html"),
  priority: 1,
};
const SHARED = { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 30_000 };

async function bundle(folder) {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: join(ROOT, "web"),
    // Relative addresses: the page works below any path.
    base: "./",
    logLevel: "error",
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: { groups: [SCHEMAS, FIRST, SHARED] },
          chunkFileNames: ({ name }) => `assets/${name.split("~")[0]}-[hash].js`,
        },
      },
    },
  });
}

function compressAll(folder) {
  // A font's file is compressed in itself.
  for (const path of listFiles(folder).filter((file) => !file.endsWith(".woff2"))) {
    const file = join(folder, path);
    const contents = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(contents, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(contents));
  }
}

function inputs() {
  const files = SOURCES.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    listFiles(join(ROOT, folder)).map((path) => `${folder}/${path}`),
  );
  return hashFiles(ROOT, [...files, "package-lock.json", "scripts/lib/page.mjs"]);
}

function outputs(folder) {
  return existsSync(folder) ? hashFiles(folder, listFiles(folder)) : null;
}
