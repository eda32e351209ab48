/** The episodes that the cluster's clients play, again and again: what a quiet run answers is known of each. */

const SOLUTION = { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" };
/** No action twice in a row: a client without names for its requests repeats its last one after a lost connection. */
const ACTIONS = [
  { action_type: "VIEW_CODE" },
  { action_type: "RUN_TESTS" },
  SOLUTION,
  { action_type: "RUN_TESTS" },
  { action_type: "UNDO_EDIT" },
  { action_type: "VIEW_CODE" },
  SOLUTION,
  { action_type: "SUBMIT" },
];
const SEEDS = [1, 2, 3, 4];

export const EPISODES = SEEDS.map((seed) => ({
  reset: { task_name: "binary_search_off_by_one", seed, episode_id: `episode ${seed}` },
  actions: ACTIONS,
}));
