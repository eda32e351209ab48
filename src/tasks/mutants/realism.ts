/** Whether an engineer makes such a mistake often, sometimes, or hardly ever: the most realistic first. */
import { OPERATOR_CLASSES } from "../../protocol/protocol.ts";

export const REALISMS = OPERATOR_CLASSES;
export type Realism = (typeof REALISMS)[number];
