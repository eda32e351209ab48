/** Which visitors of the page may look at a repair. */
import type { FastifyRequest } from "fastify";
import { isFromThisMachine } from "../doors/visitor.ts";
import type { Settings } from "../settings.ts";

/** Whether a repair may be shown to this visitor at all. */
export function maySeeSolutions(SHOW_SOLUTIONS: Settings["SHOW_SOLUTIONS"], { raw }: FastifyRequest): boolean {
  return SHOW_SOLUTIONS ?? isFromThisMachine(raw);
}
