/** What the page asks of the server, as a message, and how large that is. */
import type { StepData } from "../../../src/protocol/step-data.ts";
import { formatCount } from "./format.ts";
import type { FixedReset } from "./kept-episode.ts";

/** What was asked of the server, and is asked again on the next connection. */
export type SentQuestion =
  | { readonly type: "reset"; readonly data: FixedReset }
  | { readonly type: "step"; readonly data: StepData };

/** As it goes over the socket: without a name, since one question is under way at a time, and two of one name would be one step. */
export function messageOf({ type, data }: SentQuestion): string {
  return JSON.stringify({ type, data });
}

/** In bytes. */
export function messageSize(question: SentQuestion): number {
  return new TextEncoder().encode(messageOf(question)).length;
}

/** Why a step was not sent. */
export function tooLarge(bytes: number, most: number): string {
  return (
    `This step was not sent: it is ${formatCount(bytes)} bytes long, and the server takes messages of ` +
    `${formatCount(most)} bytes at most (MAX_MESSAGE_BYTES). Make the edit smaller.`
  );
}
