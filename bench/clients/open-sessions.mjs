/** Opens many sessions, resets and steps each, keeps them open, and answers on the way what came of it. */
import { createInterface } from "node:readline";
import { Session } from "./socket.mjs";

const { port, sessions } = JSON.parse(process.argv[2]);
/** As many at once as a server's accept queue takes without a second try. */
const AT_ONCE = 64;
const open = [];
let lost = 0;
let why = null;

async function openOne(seed) {
  try {
    const session = await Session.open(port);
    await session.reset(seed);
    await session.step({ action_type: "VIEW_CODE" });
    open.push(session);
  } catch (error) {
    lost += 1;
    why ??= error.message;
  }
}

let next = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (next < sessions && lost === 0) await openOne(next++);
  }),
);
console.log(JSON.stringify({ open: open.length, lost, why }));

// A line on standard input asks for one step of every session; its end ends the client.
for await (const _ of createInterface(process.stdin)) {
  const times = [];
  let wrong = 0;
  for (const session of open) {
    const from = performance.now();
    const answer = await session.step({ action_type: "VIEW_CODE" });
    times.push(performance.now() - from);
    if (!answer.includes('"step_count":2')) wrong += 1;
  }
  times.sort((a, b) => a - b);
  console.log(JSON.stringify({ wrong, p50: times[times.length >> 1], p99: times[Math.floor(times.length * 0.99)] }));
}
process.exit(0);
