/**
 * Plays a solve and a failure by the client of the installed package, in whatever runs this. Copied beside the installed
 * package, so that its name is found. Usage: play.mjs URL
 */
import { TraceFixBatch, TraceFixClient } from "tracefix-rl/client";

const [url] = process.argv.slice(2);
const TASK = { task_name: "binary_search_off_by_one", seed: 7 };
const REPAIR = { action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    while size > 0:" };

const client = await TraceFixClient.connect(url);
await client.reset(TASK);
await client.step(REPAIR);
await client.step({ action_type: "RUN_TESTS" });
const solved = await client.step({ action_type: "SUBMIT" });
await client.reset(TASK);
const failed = await client.step({ action_type: "SUBMIT" });
await client.close();

const batch = await TraceFixBatch.connect(url);
const told = await batch.ask(["a", "b"].map((session) => ({ session, type: "reset", data: TASK })));
await batch.close();

const endings = [solved, failed].map(({ observation }) => observation.metadata.ending.solved);
console.log(JSON.stringify({ endings, told: told.map(({ type }) => type) }));
