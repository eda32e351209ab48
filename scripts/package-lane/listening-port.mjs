/** Where a server that a package manager started listens, among all that the manager says. */
import { createInterface } from "node:readline";

/** @throws Error where it ended first */
export function listeningPort(child) {
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`It ended with ${code}`)));
    createInterface(child.stdout).on("line", (line) => {
      const [, told] =
        /"msg":"listening".*"port":(\d+)|"port":(\d+).*"msg":"listening"/.exec(line)?.filter(Boolean) ?? [];
      if (told !== undefined) resolve(told);
    });
  });
}
