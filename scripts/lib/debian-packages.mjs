/** Installs packages of Debian's, where this user may. */
import { existsSync } from "node:fs";
import { slowStep } from "./progress.mjs";
import { mustRun } from "./run.mjs";

/**
 * @param title what is installed, for people
 * @returns why it may be missing all the same
 */
export async function installDebianPackages(title, packages) {
  if (!existsSync("/usr/bin/apt-get")) return "only Debian's package is installed by itself";
  const isRoot = process.getuid?.() === 0;
  // A developer is not asked for a password, nor is a machine changed behind their back.
  if (!isRoot && !process.env.CI) return "this user may not install it";
  const apt = (...words) => {
    const command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...words];
    return isRoot ? mustRun(command[0], command.slice(1)) : mustRun("sudo", ["-n", ...command]);
  };
  try {
    await slowStep(`Installing ${title}`, async () => {
      await apt("update");
      await apt("install", "--yes", "--no-install-recommends", ...packages);
    });
  } catch (error) {
    return error.message;
  }
  return "its package left no program";
}
