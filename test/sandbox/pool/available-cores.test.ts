import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availableCores } from "../../../src/sandbox/pool/available-cores.ts";

/** A machine with these files and no others. */
function cores(files: Readonly<Record<string, string>>, ofMachine = 64): number {
  const read = (path: string): string => {
    const text = files[path];
    if (text === undefined) throw new Error(`ENOENT: ${path}`);
    return text;
  };
  return availableCores({ read, cores: ofMachine });
}

const V2 = { "/proc/self/cgroup": "0::/\n" };
const V1 = { "/proc/self/cgroup": "9:name=systemd:/\n5:cpu,cpuacct:/docker/a1\n2:memory:/docker/a1\n0::/\n" };

describe("the cores that are counted", () => {
  it("are the machine's where there is no control group, or one without a quota", () => {
    expect(cores({})).toBe(64);
    expect(cores({ ...V2, "/sys/fs/cgroup/cpu.max": "max 100000\n" })).toBe(64);
    const folder = "/sys/fs/cgroup/cpu,cpuacct/docker/a1";
    expect(cores({ ...V1, [`${folder}/cpu.cfs_quota_us`]: "-1\n", [`${folder}/cpu.cfs_period_us`]: "100000\n" })).toBe(
      64,
    );
  });

  it.each([
    ["200000 100000", 2],
    ["150000 100000", 1],
    ["50000 100000", 1],
    ["25000 10000", 2],
    ["9900000 100000", 64],
    ["nonsense", 64],
    ["100000 0", 64],
    ["", 64],
  ])("are the quota's whole cores, one at least and never more than the machine has: %s", (text, expected) => {
    expect(cores({ ...V2, "/sys/fs/cgroup/cpu.max": `${text}\n` })).toBe(expected);
  });

  it("are the smallest quota's of the group and all around it", () => {
    const files = {
      "/proc/self/cgroup": "0::/kubepods/pod1/a1\n",
      "/sys/fs/cgroup/kubepods/pod1/a1/cpu.max": "max 100000\n",
      "/sys/fs/cgroup/kubepods/pod1/cpu.max": "300000 100000\n",
      "/sys/fs/cgroup/kubepods/cpu.max": "800000 100000\n",
    };
    expect(cores(files)).toBe(3);
  });

  it.each(["cpu,cpuacct", "cpu", "cpuacct,cpu"])("are found in the first version's %s as well", (name) => {
    const folder = `/sys/fs/cgroup/${name}/docker/a1`;
    const files = { [`${folder}/cpu.cfs_quota_us`]: "400000\n", [`${folder}/cpu.cfs_period_us`]: "100000\n" };
    expect(cores({ ...V1, ...files })).toBe(4);
  });

  it("are found at the top where a container sees its own group there", () => {
    const folder = "/sys/fs/cgroup/cpu,cpuacct";
    const files = { [`${folder}/cpu.cfs_quota_us`]: "200000\n", [`${folder}/cpu.cfs_period_us`]: "100000\n" };
    expect(cores({ ...V1, ...files })).toBe(2);
    expect(cores({ "/proc/self/cgroup": "0::/../../elsewhere\n", "/sys/fs/cgroup/cpu.max": "100000 100000\n" })).toBe(
      1,
    );
  });

  it("are a whole number from one to the machine's, whatever the files say", () => {
    const text = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 512 }), (group, quota, ofMachine) => {
        const found = availableCores({ cores: ofMachine, read: (path) => (path.startsWith("/proc") ? group : quota) });
        expect(Number.isInteger(found) && found >= 1 && found <= ofMachine).toBe(true);
      }),
    );
  });
});
