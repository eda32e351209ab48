/** Plays `validation/runtime.json` over `/ws`, and sees that it solves. Usage: node play-plan.mjs ws://HOST:PORT/ws */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WebSocket } from "ws";
import { ROOT } from "../lib/paths.mjs";

const { reset, actions } = JSON.parse(readFileSync(join(ROOT, "validation/runtime.json"), "utf8"));
const socket = new WebSocket(process.argv[2]);
await once(socket, "open");

async function ask(type, data) {
  socket.send(JSON.stringify({ type, data }));
  const [answer] = await once(socket, "message");
  const { type: answered, data: told } = JSON.parse(answer);
  if (answered !== "observation") throw new Error(`${type} was answered with ${answer}`);
  return told;
}

const { seed, episode_id, options } = reset;
let last = await ask("reset", { ...options, seed, episode_id });
for (const action of actions) last = await ask("step", action);
socket.close();
console.log(last.observation.last_execution_output);
process.exitCode = last.done && last.metadata.ending.solved ? 0 : 1;
