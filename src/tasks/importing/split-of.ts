/** Which split an imported program is in: told from its name, so that it stays there whatever else is imported. */
import { createHash } from "node:crypto";
import type { Split } from "../../protocol/protocol.ts";

/** Of ten programs eight are to train on, one to validate and one to test. */
export function splitOf(program: string): Split {
  const turn = createHash("sha256").update(program).digest().readUInt32BE(0) % 10;
  if (turn < 8) return "train";
  return turn === 8 ? "validation" : "test";
}
