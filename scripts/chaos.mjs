/**
 * `npm run chaos`: kills a real server with -9 again and again, at moments drawn by a seed, while clients play on: no step that was
 * acknowledged may be lost, none be taken twice, and every episode must have the bytes of a quiet run.
 */

import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { HttpPlayer } from "./chaos/http-player.mjs";
import { SocketPlayer } from "./chaos/socket-player.mjs";
import { EPISODES } from "./cluster/episodes.mjs";
import { Replica } from "./cluster/replica.mjs";
import { readCommandWords, refuseWords } from "./lib/command-words.mjs";
import { ensurePostgres, startPostgres } from "./lib/postgres-server.mjs";
import { fail } from "./lib/progress.mjs";
import { setUp } from "./lib/setup.mjs";

const COMMAND = "npm run chaos --";
const HELP = `Usage: ${COMMAND} [--kills N] [--seed N] [--store process|disk|postgres] [--clients N]

Kills a server with -9 after as many answers and as much time as the seed draws, and starts it again, while half of the
clients play on named sockets and half over HTTP. With \`postgres\` every other time it is the database that is ended at once and started again, which needs
Debian's package postgresql. What a power cut takes is another question, which test/storage/power-cut.test.ts asks.

Options:
  --kills N    how often (default: 200)
  --seed N     draws the moments (default: 1)
  --store S    where episodes are kept: \`process\` or \`disk\` name DURABILITY (default: process)
  --clients N  how many play (default: 8)

Examples:
  ${COMMAND} --kills 20
  ${COMMAND} --store postgres --seed 7

Exit code 0: nothing was lost, taken twice or another; 1: something was; 2: there is no such option.
`;
const STORES = ["process", "disk", "postgres"];
/** After a server is back, so many answers come at most, and so much time goes by, before it is ended again. */
const MOST_ANSWERS = 12;
const LONGEST_MS = 200;
/** The first SUBMIT after a start takes longest: a server that is ended before would never answer it. */
const LOOK_MS = 5;
/** A server that is up and answers so little in this time has come to a stop. */
const NO_ANSWER_MS = 120_000;
const TOLD_EVERY = 10;

const words = readCommandWords({
  options: {
    kills: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    store: { type: "string", default: "process" },
    clients: { type: "string", default: "8" },
  },
  help: HELP,
  command: COMMAND,
});
const [kills, seed, clients] = [words.kills, words.seed, words.clients].map(Number);
if (![kills, seed, clients].every((number) => Number.isInteger(number) && number > 0)) {
  refuseWords("--kills, --seed and --clients must be whole numbers above 0", COMMAND);
}
if (!STORES.includes(words.store))
  refuseWords(`There is no store ${words.store}: there are ${STORES.join(", ")}`, COMMAND);

await setUp();
const folder = mkdtempSync(join(tmpdir(), "tracefix-chaos-"));
const cleanups = [() => rmSync(folder, { recursive: true, force: true })];
const interrupted = new Promise((_, reject) => {
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => reject(new Error(`Ended by ${signal}`)));
});
let exitCode = 1;
try {
  exitCode = await Promise.race([run(), interrupted]);
} catch (error) {
  console.error(error.message);
} finally {
  for (const cleanUp of cleanups.reverse()) await cleanUp();
}
process.exit(exitCode);

async function run() {
  const quiet = await quietRun();
  const database = words.store === "postgres" ? await ownDatabase() : null;
  const kept =
    database === null
      ? { DATA_DIR: join(folder, "data"), DURABILITY: words.store }
      : { DATABASE_URL: await database.database() };
  const server = new Replica(await freePort(), { ...kept, WORKERS: "1" });
  cleanups.push(() => server.kill());
  await server.start();
  const figures = { steps: 0, episodes: 0, repeated: 0, faults: [] };
  let isOver = false;
  const players = Array.from({ length: clients }, (_, place) => {
    const player = place % 2 === 0 ? new SocketPlayer(server.port) : new HttpPlayer(server.port);
    return player.play({ place, quiet, isOver: () => isOver, figures });
  });
  const playing = Promise.all(players);
  const killing = killAgainAndAgain({ server, database, figures }).finally(() => {
    isOver = true;
  });
  await Promise.all([playing, killing]);
  for (const fault of figures.faults.slice(0, 20)) console.log(`FAULT ${fault}`);
  console.log(
    `${kills} kills, kept by ${words.store}, seed ${seed}: ${figures.steps} answers, ${figures.episodes} whole episodes, ` +
      `${figures.repeated} tries without an answer; ${figures.faults.length} lost, taken twice or other answers`,
  );
  return figures.faults.length === 0 && figures.episodes > 0 ? 0 : 1;
}

/** What a server that nobody kills answers to each episode: the data of each answer, as JSON. */
async function quietRun() {
  const server = new Replica(await freePort(), { DURABILITY: "none", WORKERS: "1" });
  cleanups.push(() => server.kill());
  await server.start();
  // Only once it is compiled.
  const { playEpisode } = await import("./cluster/own-clients.mjs");
  const quiet = [];
  for (const episode of EPISODES) {
    const told = await playEpisode(`http://127.0.0.1:${server.port}`, episode);
    quiet.push(told.map(asOnTheWire));
  }
  await server.kill();
  return quiet;
}

/** The client leaves out what its result has twice. */
function asOnTheWire(told) {
  const { observation, reward, done } = JSON.parse(told);
  return JSON.stringify({ observation, reward, done, metadata: observation.metadata });
}

async function ownDatabase() {
  const programs = await ensurePostgres().catch(({ message }) => fail(message));
  if (programs === null) fail("There is no Postgres here: sudo apt-get install postgresql");
  const postgres = await startPostgres(programs);
  cleanups.push(() => postgres.stop());
  return postgres;
}

async function killAgainAndAgain({ server, database, figures }) {
  const draw = drawsOf(seed);
  for (let kill = 1; kill <= kills; kill += 1) {
    const enough = figures.steps + Math.floor(draw() * MOST_ANSWERS);
    const limit = performance.now() + NO_ANSWER_MS;
    while (figures.steps < enough) {
      if (performance.now() > limit) throw new Error(`The clients do not come on: ${figures.steps} answers so far`);
      await wait(LOOK_MS);
    }
    await wait(draw() * LONGEST_MS);
    if (database !== null && kill % 2 === 0) {
      await database.end("SIGQUIT");
      await database.start();
    } else {
      await server.kill();
      await server.start();
    }
    if (kill % TOLD_EVERY === 0)
      console.log(`${kill} kills; ${figures.steps} answers, ${figures.faults.length} faults`);
  }
}

/** Numbers from 0 to 1, the same for the same seed: the linear congruential generator of Numerical Recipes. */
function drawsOf(from) {
  let state = from >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
