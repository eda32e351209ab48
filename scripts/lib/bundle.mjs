/**
 * Makes a few files of the command and all that it imports, which a start reads in a third of the time that hundreds of
 * modules take. What runs in workers stays in files of its own.
 */
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./paths.mjs";

/** Where in `dist/` the bundle lies; as deep there as every other folder's files. */
const BUNDLE = "command";
const OWN_URL = "import.meta.url";
/** Libraries that read files beside their own. */
const LEFT_ALONE = ["pino", "@fastify/swagger", "@fastify/swagger-ui", "@fastify/static"];

/** @param folder a compiled `dist/`, in which `cli/main.js` gives way to the bundle */
export async function bundleCommand(folder) {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "error",
    plugins: [{ name: "own-urls", enforce: "pre", transform: withOwnUrls }],
    ssr: { noExternal: true, external: LEFT_ALONE },
    build: {
      ssr: true,
      outDir: join(folder, BUNDLE),
      copyPublicDir: false,
      minify: false,
      target: "node20",
      rolldownOptions: {
        input: { main: join(ROOT, "src", "cli", "main.ts") },
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  writeFileSync(join(folder, "cli", "main.js"), `#!/usr/bin/env node\nimport "../${BUNDLE}/main.js";\n`);
}

/** A module that looks for files beside itself finds them where it would be, were it compiled alone. */
function withOwnUrls(code, id) {
  const path = relative(join(ROOT, "src"), id);
  if (path.startsWith("..") || !code.includes(OWN_URL)) return undefined;
  const compiled = `../${path.replace(/\.ts$/, ".js")}`;
  return { code: code.replaceAll(OWN_URL, `new URL(${JSON.stringify(compiled)}, ${OWN_URL}).href`), map: null };
}
