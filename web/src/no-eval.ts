/** To be imported before any schema: compiling schemas at run time needs `eval`, which the page's policy forbids. */
import { config } from "zod";

config({ jitless: true });
