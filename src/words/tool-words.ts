/** What who plays by tools is told beside what the episode says: how one begins, and why a call is not served. */
import { START_EPISODE } from "../protocol/tools.ts";

/** Below the prompt of an episode that a call began by itself. */
export const BEGUN_BY_ACTION = "You began with this action.";
/** Below the end of an episode. */
export const ANOTHER_BEGINS = `${START_EPISODE} begins another.`;

/**
 * A call whose arguments name another action than the tool does.
 *
 * ```ts
 * contradictingCall("submit").split(":")[0] // "Cannot call submit with another action_type"
 * ```
 */
export function contradictingCall(tool: string): string {
  return `Cannot call ${tool} with another action_type: the tool's name says which action is meant`;
}

/** A call after the end of the episode. */
export function callAfterEnd(tool: string, { mayBeginAnother }: { readonly mayBeginAnother: boolean }): string {
  const more = mayBeginAnother ? ` Call ${START_EPISODE} to begin another.` : "";
  return `Cannot call ${tool}: the episode is over.${more}`;
}

/** A choice that the server keeps for itself. @param choices arguments that say which episode is wanted */
export function choicesOfServer(choices: readonly string[]): string {
  const what = choices.join(" and ");
  return (
    `Cannot start an episode with ${what}: this server draws the episodes of its tools. Leave ${what} out ` +
    "(callers may choose where the server is started with MCP_EPISODES=free)."
  );
}

const CHOSEN_FOR_YOU = "the one who runs this session chooses its episodes";

/** The same where somebody else has reset the session. */
export function choicesOfOwner(choices: readonly string[]): string {
  const what = choices.join(" and ");
  return `Cannot start an episode with ${what}: ${CHOSEN_FOR_YOU}. Leave ${what} out.`;
}

/** Another episode than the one that somebody else has chosen for the session. */
export function anotherThanChosen({ done }: { readonly done: boolean }): string {
  const remedy = done ? "This one is over; there is nothing left to do." : "Go on with the one that has begun.";
  return `Cannot start another episode: ${CHOSEN_FOR_YOU}. ${remedy}`;
}
