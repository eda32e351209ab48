/** The programs of the catalogue, whole, as the tests see them. */
import { basename, join } from "node:path";
import { packageRoot } from "../../../src/ground/package-root.ts";
import { type LoadedProgram, loadProgram } from "../../../src/tasks/load-program.ts";
import { listPrograms } from "../../../src/tasks/supply/read-programs.ts";

export const CATALOGUE_ROOT = join(packageRoot(), "catalogue");

export interface CatalogueProgram {
  readonly name: string;
  readonly folder: string;
  readonly loaded: LoadedProgram;
}

export async function loadCatalogue(): Promise<readonly CatalogueProgram[]> {
  const places = await listPrograms(CATALOGUE_ROOT);
  const programs: CatalogueProgram[] = [];
  for (const { folder, language } of places) {
    programs.push({ name: basename(folder), folder, loaded: await loadProgram(folder, { language }) });
  }
  return programs;
}
