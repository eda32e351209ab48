/** Several sandboxes as one, for work of ours that is to use all cores: nobody has to be kept from taking more than a share. */
import type { Sandbox } from "./sandbox.ts";

/** Each run goes to the sandbox that has the fewest under way; where it is made changes nothing of what comes out. */
export function spreadRuns(sandboxes: readonly Sandbox[]): Sandbox {
  const underWay = sandboxes.map(() => 0);
  return {
    run: async (batch, options) => {
      const at = underWay.indexOf(Math.min(...underWay));
      const sandbox = sandboxes[at];
      if (sandbox === undefined) throw new Error("Cannot run: there is no sandbox");
      underWay[at] = (underWay[at] ?? 0) + 1;
      try {
        return await sandbox.run(batch, options);
      } finally {
        underWay[at] = (underWay[at] ?? 0) - 1;
      }
    },
    close: async () => {
      await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
    },
  };
}
