/**
 * Makes a few files of the command and all that it imports, libraries too: a start reads them in a third of the time that
 * hundreds of modules take, and an installation writes them in a tenth. Each script that runs in threads becomes one of its own.
 */
import { cpSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { ROOT } from "./paths.mjs";

/** Where in `dist/` the bundle lies; as deep there as every other folder's files. */
const BUNDLE = "command";
const OWN_URL = "import.meta.url";
/** What brings machine code of its own is loaded from its package, and so is what only a clone can use. */
const LEFT_ALONE = ["libsql", "pyodide"];
/** What runs in threads: each reads no more than it needs. */
const THREADS = [
  "sandbox/python/worker",
  "tasks/supply/index-worker",
  "storage/storage-worker",
  "storage/backup-worker",
];
/** What every start loads; the actions, which a module waits for as it is loaded; and what several verbs need besides, in few files. */
const GROUPS = [
  { name: "first", tags: ["$initial"], test: (id) => !id.endsWith("cli/main.ts"), priority: 2 },
  { name: "actions", test: /src[\\/]environment[\\/]actions[\\/](?!action-files)/, priority: 1 },
  { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 100_000 },
];
/** What `/docs` shows, which the library that serves it would look for beside its own file. */
const DOCS_ASSETS = "node_modules/@fastify/swagger-ui/static";
/** The same as its bundle, without the libraries that are in that. */
const UNUSED_ASSET = "swagger-ui.js";

/** @param folder a compiled `dist/`, in which what others start gives way to the bundle */
export async function bundleCommand(folder) {
  await bundle("cli/main", { folder, stub: (path) => `#!/usr/bin/env node\nimport "${path}";\n` });
  for (const script of THREADS) await bundle(script, { folder, isOneFile: true });
  await bundle("client/tracefix-client", {
    folder,
    isOneFile: true,
    stub: (path) => `export * from "${path}";\n`,
  });
  cpSync(join(ROOT, DOCS_ASSETS), join(folder, BUNDLE, "docs"), {
    recursive: true,
    filter: (path) => basename(path) !== UNUSED_ASSET,
  });
}

/**
 * @param script a module of `src/`, without its ending
 * @param options.stub what stands in the compiled module's place, given the bundle's path from there
 * @param options.isOneFile whether all of it is one file, what it loads later too
 */
async function bundle(script, { folder, stub = (path) => `import "${path}";\n`, isOneFile = false }) {
  const { build } = await import("vite");
  const name = basename(script);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins: [{ name: "own-urls", enforce: "pre", transform: withOwnUrls }],
    ssr: { noExternal: true, external: LEFT_ALONE },
    build: {
      ssr: true,
      outDir: join(folder, BUNDLE),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      target: "node20",
      rolldownOptions: {
        input: { [name]: join(ROOT, "src", `${script}.ts`) },
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: ({ name }) => `${name.split("~")[0]}-[hash].js`,
          codeSplitting: isOneFile ? false : { groups: GROUPS },
        },
      },
    },
  });
  const up = "../".repeat(script.split("/").length - 1);
  writeFileSync(join(folder, `${script}.js`), stub(`${up}${BUNDLE}/${name}.js`));
}

/** A module that looks for files beside itself finds them where it would be, were it compiled alone. */
function withOwnUrls(code, id) {
  const path = relative(join(ROOT, "src"), id);
  if (path.startsWith("..") || !code.includes(OWN_URL)) return undefined;
  const compiled = `../${path.replace(/\.ts$/, ".js")}`;
  return { code: code.replaceAll(OWN_URL, `new URL(${JSON.stringify(compiled)}, ${OWN_URL}).href`), map: null };
}
