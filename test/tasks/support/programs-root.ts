/** Where the repository's own tasks are, as the tests see it. */
import { fileURLToPath } from "node:url";

export const PROGRAMS_ROOT = fileURLToPath(new URL("../../../programs", import.meta.url));

/** Programs beside the sixteen. */
export const CATALOGUE_ROOT = fileURLToPath(new URL("../../../catalogue", import.meta.url));
