/** How a process ended, and all that it printed. */
import type { ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

export interface EndedProcess {
  /** Its exit code; null where a signal ended it. */
  readonly code: number | null;
  /** Of both its streams, in the order in which it came. */
  readonly output: string;
}

export async function endedProcess(child: ChildProcessByStdio<null, Readable, Readable>): Promise<EndedProcess> {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = await once(child, "close");
  return { code, output };
}
