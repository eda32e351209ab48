/** How many cores this process may use: a container's quota counts, not the machine it happens to run on. */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { posix } from "node:path";

export interface Machine {
  /** @throws Error where there is no such file */
  readonly read: (path: string) => string;
  /** The cores that the process may be scheduled on. */
  readonly cores: number;
}

const MOUNT = "/sys/fs/cgroup";
/** Where the first version of control groups keeps the processor's, by distribution. */
const FIRST_VERSION = ["cpu,cpuacct", "cpu", "cpuacct,cpu"];

/** Whole cores, one at least: a quota of one and a half keeps one worker busy and half a core for who answers. */
export function availableCores(machine: Machine = thisMachine()): number {
  const quota = Math.min(machine.cores, ...quotas(machine));
  return Math.max(1, Math.floor(quota));
}

function thisMachine(): Machine {
  return { read: (path) => readFileSync(path, "utf8"), cores: availableParallelism() };
}

/** The quotas, in cores, of the process's control group and of all those around it. */
function quotas(machine: Machine): number[] {
  const groups = (tryRead(machine, "/proc/self/cgroup") ?? "").trim().split("\n");
  const found: (number | null)[] = [];
  for (const group of groups) {
    const [, controllers = "", path = "/"] = /^\d+:([^:]*):(.*)$/.exec(group) ?? [];
    for (const folder of upwards(posix.resolve("/", path))) {
      if (controllers === "") found.push(secondVersion(machine, posix.join(MOUNT, folder)));
      if (!controllers.split(",").includes("cpu")) continue;
      for (const name of FIRST_VERSION) found.push(firstVersion(machine, posix.join(MOUNT, name, folder)));
    }
  }
  return found.filter((quota) => quota !== null);
}

/** A folder and all above it. What a container is told may not exist in what it sees, but the topmost always does. */
function upwards(path: string): string[] {
  const folders = [path];
  for (let folder = path; folder !== "/"; folder = posix.dirname(folder)) {
    folders.push(posix.dirname(folder));
  }
  return folders;
}

function secondVersion(machine: Machine, folder: string): number | null {
  const [quota = "", period = ""] = (tryRead(machine, posix.join(folder, "cpu.max")) ?? "").trim().split(/\s+/);
  return share(quota, period);
}

function firstVersion(machine: Machine, folder: string): number | null {
  const quota = tryRead(machine, posix.join(folder, "cpu.cfs_quota_us")) ?? "";
  return share(quota.trim(), (tryRead(machine, posix.join(folder, "cpu.cfs_period_us")) ?? "").trim());
}

/** Null where there is no quota: `max` in the second version, -1 in the first. */
function share(quota: string, period: string): number | null {
  const cores = Number(quota || Number.NaN) / Number(period || Number.NaN);
  return Number.isFinite(cores) && cores > 0 ? cores : null;
}

function tryRead({ read }: Machine, path: string): string | null {
  try {
    return read(path);
  } catch {
    return null;
  }
}
