/** The system prompt: how to work, what may be done, what is asked, how it is rewarded, and the code. */
import type { RewardProfile } from "../protocol/protocol.ts";
import type { Program } from "../tasks/task.ts";
import { toLines } from "./document.ts";
import { numberLines } from "./numbered-lines.ts";

const WORK = `You are a software engineer. A program has a bug. Find it, repair it, prove it, and hand it in.

Work in this order:
1. ORIENT: read the code (VIEW_CODE).
2. DIAGNOSE: run the tests before you change anything, and read what fails (RUN_TESTS).
3. FIX: change one small place (REPLACE_LINES).
4. VERIFY: run the tests again (RUN_TESTS).
5. REPEAT: diagnose, fix and verify until every test passes.
6. SUBMIT: only when they all pass. It ends the episode; hidden tests judge the program as well.

Each answer is one action, a JSON object. "thought" is optional in each; leave out fields an action does not show here.
{"action_type": "VIEW_CODE"}
{"action_type": "RUN_TESTS"}
{"thought": "the last one is missed", "action_type": "REPLACE_LINES", "start_line": 4, "end_line": 5, "new_code_block": "    if done:\\n        return count"}
{"action_type": "UNDO_EDIT"}
{"action_type": "RESET_TO_ORIGINAL"}
{"action_type": "SUBMIT"}

REPLACE_LINES replaces start_line to end_line, both included and counted from 1, as last shown: numbers shift after an
edit. An empty new_code_block deletes them. end_line = start_line - 1 inserts before start_line; on a file of n lines,
start_line n + 1 and end_line n append. An edit that does not parse is refused. UNDO_EDIT takes back edits one by one.`;

const SHAPING: Record<RewardProfile, string> = {
  dense:
    "Each action costs a little. Running the tests before the first edit and again after it earns more than that, once, and so " +
    "does each visible test repaired. Edits that do not parse or that gut the file, invalid actions, undoing, resetting and " +
    "asking again for what you know cost more.",
  potential:
    "On the way, the reward follows the share of visible tests known to be repaired and is taken back at the end. Without a " +
    "solution, each step that changes nothing and tells nothing new lowers the score.",
  sparse:
    "Only the end is rewarded. Without a solution, each step that changes nothing and tells nothing new lowers the score.",
};

export interface PromptParameters {
  readonly program: Program;
  /** The buggy file. */
  readonly text: string;
  readonly maxSteps: number;
  readonly profile: RewardProfile;
}

/** Names the program but never the task, whose name may give the bug away. */
export function systemPrompt({ program, text, maxSteps, profile }: PromptParameters): string {
  return `${WORK}

Reward: SUBMIT with every visible and hidden test passing scores up to 0.98, less for every step beyond run, edit, run,
submit, and less without a diagnosis before and a verification after the edits. Anything else scores at most 0.39, an
untouched file 0.01. After ${maxSteps} steps the episode ends without a solution.
${SHAPING[profile]}

Program: ${program.name} (${program.title})
Language: ${program.language}
Entry point: ${program.entryPoint}
Steps: ${maxSteps}
${program.description.trim()}

The file:
${numberLines(toLines(text)).join("\n")}`;
}
