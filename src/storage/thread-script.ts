/** Where the scripts of this room's threads are. */

/** Threads run what was compiled, even beside sources that are not. @param name the script's, without its ending */
export function threadScript(name: "storage-worker" | "backup-worker"): URL {
  const inSources = import.meta.url.endsWith(".ts");
  return new URL(inSources ? `../../dist/storage/${name}.js` : `./${name}.js`, import.meta.url);
}
