/** `npm run build`: sets up what is missing. `--accept-image` takes the image's new hash over into the sources. */
import { setUp } from "./lib/setup.mjs";

await setUp({ acceptHash: process.argv.includes("--accept-image") });
