/**
 * Plays as many named sessions as asked, each at the pace of a policy that thinks before it acts, and answers each line on
 * its standard input with what was played since the line before.
 */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { Session } from "./socket.mjs";

const { port, sessions, thinkSeconds } = JSON.parse(process.argv[2]);
/** As many at once as a server's accept queue takes without a second try. */
const AT_ONCE = 64;
const MILLISECONDS = 1000;

let nextSeed = 1;
let played = { times: [], steps: 0, episodes: 0 };

/** An episode as most are: looked at, run, edited and run twice, handed in. Each edit is another text, so each run is a run. */
async function playEpisode(session) {
  const seed = nextSeed++;
  await think();
  await timed(() => session.reset(seed));
  const edit = (text) => ({ action_type: "REPLACE_LINES", start_line: 1, end_line: 0, new_code_block: text });
  const actions = [
    { action_type: "VIEW_CODE" },
    { action_type: "RUN_TESTS" },
    edit(`# tried ${seed}`),
    { action_type: "RUN_TESTS" },
    edit(`# tried ${seed} again`),
    { action_type: "RUN_TESTS" },
    { action_type: "SUBMIT" },
  ];
  for (const action of actions) {
    await think();
    await timed(() => session.step(action));
    played.steps += 1;
  }
  played.episodes += 1;
}

/** Evenly between nothing and twice the mean, so that sessions do not fall into step. */
function think() {
  return wait(Math.random() * 2 * thinkSeconds * MILLISECONDS);
}

async function timed(work) {
  const from = performance.now();
  await work();
  played.times.push(performance.now() - from);
}

const open = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (open.length < sessions) {
      const at = open.push(null) - 1;
      open[at] = await Session.open(port, { path: `/s/${randomUUID()}${randomUUID()}/ws` });
    }
  }),
);
for (const session of open) {
  void (async () => {
    for (;;) await playEpisode(session);
  })();
}
console.log(JSON.stringify({ open: open.length }));

for await (const _ of createInterface(process.stdin)) {
  const { times, ...counts } = played;
  played = { times: [], steps: 0, episodes: 0 };
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)];
  console.log(JSON.stringify({ ...counts, p50: at(0.5), p99: at(0.99) }));
}
process.exit(0);
