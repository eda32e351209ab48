/** The machine the figures are from, in a line. */
import { availableParallelism, cpus, totalmem } from "node:os";

export function describeMachine() {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  return `${availableParallelism()} cores (${first?.model.trim() || "unknown"}), ${memory}, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
