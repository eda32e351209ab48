/** Sessions that edit their file as agents do, now and then, each edit another text; how long each waits for its answer. */
import { setTimeout as pause } from "node:timers/promises";
import { finish, Session } from "./socket.mjs";

const { port, sessions, seconds, pauseMs, addresses, firstSeed = 0 } = JSON.parse(process.argv[2]);
const times = [];
const began = performance.now();
const over = () => performance.now() - began > seconds * 1000;

await Promise.all(Array.from({ length: sessions }, (_, index) => edit(index)));
finish({ times, count: times.length });

async function edit(index) {
  const session = await Session.open(port, { headers: { "x-forwarded-for": addresses[index] } });
  await session.reset(firstSeed + index, { max_steps: 10_000 });
  for (let number = 0; !over(); number += 1) {
    const from = performance.now();
    const new_code_block = `# ${index} ${number} ${firstSeed}`;
    await session.step({ action_type: "REPLACE_LINES", start_line: 1, end_line: 1, new_code_block });
    times.push(performance.now() - from);
    await pause(pauseMs * (0.5 + Math.random()));
  }
  session.close();
}
