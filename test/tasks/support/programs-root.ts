/** Where the repository's own tasks are, as the tests see it. */
import { fileURLToPath } from "node:url";

export const PROGRAMS_ROOT = fileURLToPath(new URL("../../../programs", import.meta.url));
