/** The formats that can be imported. */
import type { ImportFormat } from "../raw-program.ts";
import { humanEvalPackFormat } from "./humanevalpack.ts";
import { jsonLinesFormat } from "./json-lines.ts";
import { pytestFormat } from "./pytest-folder.ts";
import { quixBugsFormat } from "./quixbugs.ts";

/** The language of all data that can be imported. */
export const IMPORTED_LANGUAGE = "python";

export const IMPORT_FORMATS: ReadonlyMap<string, ImportFormat> = new Map(
  [quixBugsFormat, humanEvalPackFormat, pytestFormat, jsonLinesFormat].map((format) => [format.name, format]),
);
