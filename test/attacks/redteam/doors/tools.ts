/** What a policy may try with its tools: choose its episode, learn which it is, find somebody else's. */
import { type Check, type CheckGroup, type Finding, firstHarm, leftOut, type Target } from "../check.ts";
import { ask, callTool, rpc } from "./ask.ts";

const CHOICES = { seed: 5, episode_id: "chosen", task_name: "sum_even_wrong_condition", index: 0 };
const FREE = "the server lets callers of tools choose their episodes (MCP_EPISODES=free)";

/** Whether the operator has said that callers may choose. */
async function isFree(target: Target): Promise<boolean> {
  return (await rpc(target, "tools/list", {})).text.includes('"seed"');
}

async function close(target: Target, sessions: Iterable<string | undefined>): Promise<void> {
  for (const session of sessions) {
    if (session !== undefined) await ask(target, "DELETE /mcp", { headers: { "mcp-session-id": session } });
  }
}

const choosing: readonly Check[] = Object.entries(CHOICES).map(([name, value]) => ({
  name: `a policy chooses its episode by ${name}`,
  try: async (target: Target): Promise<Finding> => {
    if (await isFree(target)) return leftOut(FREE);
    const { text, session } = await callTool(target, "start_episode", { [name]: value });
    await close(target, [session]);
    return firstHarm([text.includes("step_count") ? "an episode begins" : null]);
  },
}));

const learning: Check = {
  name: "a policy learns seed, index or task of its episode from what tools answer",
  try: async (target) => {
    if (await isFree(target)) return leftOut(FREE);
    const begun = await callTool(target, "start_episode", {});
    const headers = { ...(begun.session !== undefined && { "mcp-session-id": begun.session }) };
    const told = [begun.text];
    for (const name of ["view_code", "run_tests", "undo_edit", "submit"]) {
      told.push((await callTool(target, name, {}, headers)).text);
    }
    await close(target, [begun.session]);
    return firstHarm(told.map((text) => /\\?"(seed|index|task_name)\\?":/.exec(text)?.[0] ?? null));
  },
};

const finding: Check = {
  name: "a call without a session is handed somebody else's, or sees his code",
  try: async (target) => {
    const mark = "VICTIM_OF_NAMELESS = 1";
    const edit = { start_line: 1, end_line: 0, new_code_block: mark };
    const victim = await callTool(target, "replace_lines", edit);
    const sessions = new Set([victim.session]);
    const harms: (string | null)[] = [];
    for (const name of ["view_code", "undo_edit", "run_tests", "reset_to_original", "submit", "start_episode"]) {
      const { text, session } = await callTool(target, name, {});
      harms.push(text.includes("VICTIM_OF_NAMELESS") ? `${name} shows his code` : null);
      harms.push(session !== undefined && sessions.has(session) ? `${name} is handed his session` : null);
      sessions.add(session);
    }
    await close(target, sessions);
    return firstHarm(harms);
  },
};

const guessing: Check = {
  name: "a session of tools is entered by a name that is nearly its own",
  try: async (target) => {
    const { session = "" } = await callTool(target, "view_code", {});
    const harms: (string | null)[] = [];
    for (const guess of [
      session.slice(0, -1),
      session.toUpperCase(),
      `${session} `.trimStart(),
      "",
      "0",
      "__proto__",
    ]) {
      if (guess.trim() === session || guess === "") continue;
      const { text } = await callTool(target, "view_code", {}, { "mcp-session-id": guess });
      harms.push(text.includes("code_dict") ? `"${guess}" is let in` : null);
    }
    await close(target, [session]);
    return firstHarm(harms);
  },
};

export const TOOLS: CheckGroup = {
  title: "tools over MCP",
  checks: [...choosing, learning, finding, guessing],
};
