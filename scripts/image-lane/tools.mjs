/** Debian's tools that make, mount and run an image without a registry and without Docker. */
import { capture, mustCapture } from "./commands.mjs";

/** By the package that has it. */
const TOOLS = { mmdebstrap: "mmdebstrap", buildah: "buildah", bubblewrap: "bwrap", "util-linux": "setpriv" };

/** @returns why the lane cannot run on this machine; null if it can */
export async function whyNot() {
  if (process.platform !== "linux") return "it needs Linux";
  if (process.getuid() !== 0) return "it needs root, to mount what it builds";
  if (!(await has("apt-get"))) return "it needs Debian's apt-get";
  return null;
}

/** Installs what is missing. @throws Error where apt cannot */
export async function ensureTools() {
  const missing = [];
  for (const [name, command] of Object.entries(TOOLS)) {
    if (!(await has(command))) missing.push(name);
  }
  if (missing.length === 0) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await mustCapture("apt-get", ["update"], { env });
  await mustCapture("apt-get", ["install", "--yes", "--no-install-recommends", ...missing], { env });
}

async function has(command) {
  const { code } = await capture("sh", ["-c", `command -v ${command}`]);
  return code === 0;
}
