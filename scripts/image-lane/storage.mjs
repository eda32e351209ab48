/** Where buildah keeps its images and containers while the lane runs: apart from this machine's own. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "../lib/paths.mjs";

/** What the lane keeps from one run to the next. */
export const FOLDER = join(CACHE, "image-lane");

const FILE = join(FOLDER, "storage.conf");
const SETTINGS = `[storage]
driver = "overlay"
graphroot = "${join(FOLDER, "store")}"
runroot = "${join(FOLDER, "run")}"
`;

/** For the environment of buildah. */
export const STORAGE = { CONTAINERS_STORAGE_CONF: FILE };

export function prepareStorage() {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, SETTINGS);
}
