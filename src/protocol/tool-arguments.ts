/** The arguments of a tool's call, as clients and models write them. */
import { z } from "zod";
import type { Normalisation } from "./normalisation.ts";
import { isFields, unwrapSent } from "./unwrap.ts";

export interface ToolArguments {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly normalised: readonly Normalisation[];
}

export const NO_ARGUMENTS: ToolArguments = { fields: {}, normalised: [] };

/** Left out, null and an empty text say that there are none. */
export const argumentsSchema = z
  .unknown()
  .transform((sent, { issues }): ToolArguments => {
    if (sent == null) return NO_ARGUMENTS;
    if (sent === "") return { ...NO_ARGUMENTS, normalised: ["empty_field"] };
    const { value, normalised } = unwrapSent(sent);
    if (isFields(value)) return { fields: value, normalised };
    issues.push({ code: "invalid_type", expected: "object", path: [], input: sent });
    return z.NEVER;
  })
  .optional();
