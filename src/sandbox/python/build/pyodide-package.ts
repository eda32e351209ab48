/** Where the installed `pyodide` package lies and which version it is. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";

export function pyodideFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.resolve("pyodide")));
}

export function pyodideVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(pyodideFile("package.json"), "utf8"))).version;
}
