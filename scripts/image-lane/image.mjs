/** Builds the Dockerfile as it is, on the base that stands in, and mounts the result where any user can reach it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../lib/paths.mjs";
import { capture, mustCapture } from "./commands.mjs";

const NAME = "localhost/tracefix-rl";
const CERTIFICATES = "/etc/ssl/certs";

/** @returns the folder of the mounted image and its configuration; `dispose` takes all of it away */
export async function buildImage(base) {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-image-"));
  const undo = [() => rmSync(folder, { recursive: true, force: true })];
  const dispose = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    // npm shall trust whom this machine trusts; nothing of that stays in the image.
    const npmrc = join(folder, "npmrc");
    writeFileSync(npmrc, `cafile=${CERTIFICATES}/ca-certificates.crt\n`);
    const mounts = ["--volume", `${CERTIFICATES}:${CERTIFICATES}:ro`, "--volume", `${npmrc}:/root/.npmrc:ro`];
    const how = ["--isolation", "chroot", "--format", "docker", "--layers=false", "--pull-never"];
    const what = ["--build-arg", `NODE_IMAGE=${base}`, "--tag", NAME];
    await mustCapture("buildah", ["bud", ...how, ...mounts, ...what, ROOT]);

    const config = JSON.parse(await mustCapture("buildah", ["inspect", "--type", "image", NAME])).Docker.config;
    const container = await mustCapture("buildah", ["from", "--pull-never", NAME]);
    undo.push(() => mustCapture("buildah", ["rm", container]));
    const mounted = await mustCapture("buildah", ["mount", container]);
    const root = join(folder, "root");
    mkdirSync(root);
    await mustCapture("chmod", ["0755", folder]);
    await mustCapture("mount", ["--bind", mounted, root]);
    undo.push(() => mustCapture("umount", [root]));
    return { root, config, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Removes what this run built, and what one before left that was killed. */
export async function clearImages() {
  await capture("buildah", ["rm", "--all"]);
  await capture("buildah", ["rmi", "--all", "--force"]);
}
