/**
 * Makes the image that stands in for `node:24-slim` where no registry can be reached: Debian from this machine's own
 * package sources, Node and npm from npm, and the user `node` that the official image has.
 */
import { cpSync, existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { mustCapture } from "./commands.mjs";
import { FOLDER } from "./storage.mjs";

const NAME = "localhost/tracefix-node-24-slim";
/** What Debian's slim images leave out as well. */
const LEFT_OUT = ["/usr/share/doc/*", "/usr/share/man/*", "/usr/share/locale/*", "/usr/share/info/*"];
const NODE_USER = "groupadd --gid 1000 node && useradd --uid 1000 --gid node --shell /bin/bash --create-home node";

/** @returns the name by which buildah finds it */
export async function ensureBase() {
  const container = await mustCapture("buildah", ["from", "scratch"]);
  try {
    const root = await mustCapture("buildah", ["mount", container]);
    await mustCapture("tar", ["-C", root, "-xf", await ensureDebian()]);
    await addNode(root);
    await mustCapture("chroot", [root, "/bin/sh", "-c", NODE_USER]);
    await mustCapture("buildah", ["umount", container]);
    const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    await mustCapture("buildah", ["config", "--env", path, "--cmd", "node", container]);
    await mustCapture("buildah", ["commit", "--quiet", "--format", "docker", container, NAME]);
  } finally {
    await mustCapture("buildah", ["rm", container]);
  }
  return NAME;
}

async function ensureDebian() {
  const tarball = join(FOLDER, "debian.tar");
  if (existsSync(tarball)) return tarball;
  const unfinished = join(FOLDER, `debian-${process.pid}.tar`);
  const excludes = LEFT_OUT.map((path) => `--dpkgopt=path-exclude=${path}`);
  const codename = await mustCapture("sh", ["-c", ". /etc/os-release && echo $VERSION_CODENAME"]);
  try {
    await mustCapture("mmdebstrap", ["--variant=minbase", ...excludes, codename, unfinished]);
    await mustCapture("mv", [unfinished, tarball]);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return tarball;
}

async function addNode(root) {
  const name = `node-linux-${process.arch}`;
  const modules = join(FOLDER, "node_modules");
  if (!existsSync(join(modules, name)) || !existsSync(join(modules, "npm"))) {
    const flags = ["--prefix", FOLDER, "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
    await mustCapture("npm", ["install", ...flags, `${name}@24`, "npm@11"]);
  }
  const local = join(root, "usr/local");
  cpSync(join(modules, name, "bin/node"), join(local, "bin/node"));
  cpSync(join(modules, "npm"), join(local, "lib/node_modules/npm"), { recursive: true });
  for (const tool of ["npm", "npx"])
    symlinkSync(`../lib/node_modules/npm/bin/${tool}-cli.js`, join(local, "bin", tool));
  for (const rest of ["var/lib/apt/lists", "var/cache/apt"]) rmSync(join(root, rest), { recursive: true, force: true });
}
