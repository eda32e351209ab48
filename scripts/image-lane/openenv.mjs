/** OpenEnv's own validator, in a Python environment that is made once and kept. */
import { dirname } from "node:path";
import { OPENENV, pythonEnvironment } from "../lib/python-env.mjs";

/** @returns the folder of its commands, `python` and `openenv` */
export async function ensureOpenEnv() {
  return dirname(await pythonEnvironment(OPENENV));
}
