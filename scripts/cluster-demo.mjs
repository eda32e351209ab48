/**
 * `npm run cluster:demo`: three servers on one Postgres behind HAProxy, one of which is killed every few seconds while clients
 * play. Every episode must end with the bytes of a quiet run.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ensureBalancer, startBalancer } from "./cluster/balancer.mjs";
import { EPISODES } from "./cluster/episodes.mjs";
import { Replica } from "./cluster/replica.mjs";
import { ensurePostgres, startPostgres } from "./lib/postgres-server.mjs";
import { fail, slowStep } from "./lib/progress.mjs";
import { OPENENV, pythonEnvironment } from "./lib/python-env.mjs";
import { setUp } from "./lib/setup.mjs";

const HELP = `Usage: npm run cluster:demo -- [--clients N] [--seconds S] [--every S] [--no-openenv]

Three servers, Postgres and HAProxy on this machine. A server is killed with -9 every few seconds and started again, while
clients play: half of them ours, half OpenEnv's own. Needs Debian's packages postgresql and haproxy, which it installs
where it may, and a package index for OpenEnv's client.

Options:
  --clients N     how many clients play at once (default: 10)
  --seconds S     how long episodes begin (default: 30)
  --every S       seconds between one server's return and the next one's end (default: 3)
  --no-openenv    our own clients alone

Exit code 0: every episode ended with the bytes of a quiet run; 1: some did not, or none was played.
`;
const REPLICAS = 3;

const words = readWords();
if (words.help) {
  console.log(HELP);
  process.exit(0);
}
const [clients, seconds, every] = [words.clients, words.seconds, words.every].map(Number);
if (!(clients >= 1 && seconds > 0 && every > 0)) fail("--clients, --seconds and --every must be numbers above 0");

await setUp();
const programs = await ensurePostgres().catch(({ message }) => fail(message));
if (programs === null) fail("There is no Postgres here: sudo apt-get install postgresql");
await ensureBalancer().catch(({ message }) => fail(message));
const python = words["no-openenv"] ? null : await pythonEnvironment(OPENENV).catch(({ message }) => fail(message));
// Only once it is compiled.
const { playEpisode, playUntil } = await import("./cluster/own-clients.mjs");

const cleanups = [];
const interrupted = new Promise((_, reject) => {
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => reject(new Error(`Ended by ${signal}`)));
});
let exitCode = 1;
try {
  exitCode = await Promise.race([demonstrate(), interrupted]);
} catch (error) {
  console.error(error.message);
} finally {
  for (const cleanUp of cleanups.reverse()) await cleanUp();
}
process.exit(exitCode);

async function demonstrate() {
  const postgres = await startPostgres(programs);
  cleanups.push(() => postgres.stop());
  const DATABASE_URL = await postgres.database();
  const [balanced, quietPort, ...ports] = await freePorts(2 + REPLICAS);
  const replicas = ports.map((port) => new Replica(port, { DATABASE_URL, WORKERS: "1" }));
  for (const replica of replicas) cleanups.push(() => replica.kill());
  await slowStep(`Starting ${REPLICAS} servers`, async () => {
    for (const replica of replicas) await startWarm(replica);
  });
  const quietServer = new Replica(quietPort, { DURABILITY: "none", WORKERS: "1" });
  cleanups.push(() => quietServer.kill());
  await quietServer.start();
  const quietAddress = `http://127.0.0.1:${quietPort}`;
  const quiet = [];
  for (const episode of EPISODES) quiet.push(await playEpisode(quietAddress, episode));
  const balancer = startBalancer(balanced, ports);
  cleanups.push(() => balancer.stop());
  await balancer.ready();
  const address = `http://127.0.0.1:${balanced}`;
  const openenv = python === null ? null : await openOpenEnv({ quietAddress, address });
  await quietServer.kill();

  const figures = { steps: 0, episodes: 0, faults: [] };
  const deadline = performance.now() + seconds * 1000;
  const isOver = () => performance.now() >= deadline;
  const own = clients - (openenv === null ? 0 : Math.floor(clients / 2));
  const theirs = openenv?.play();
  const playing = Promise.all([
    theirs,
    ...Array.from({ length: own }, (_, place) => playUntil(address, { place, quiet, isOver, figures })),
  ]);
  const kills = await killInTurn(replicas, { isOver, figures });
  const [others] = await playing;
  return tell([figures, others ?? { steps: 0, episodes: 0, faults: [] }], kills);
}

/** A server is back once it has graded an episode: until then it prepares what the others have ready. */
async function startWarm(replica) {
  await replica.start();
  await playEpisode(`http://127.0.0.1:${replica.port}`, EPISODES[0]);
}

/** Until the time is over; the last one that is killed is back before it ends. */
async function killInTurn(replicas, { isOver, figures }) {
  let kills = 0;
  while (!isOver()) {
    await wait(every * 1000);
    if (isOver()) break;
    const replica = replicas[kills % replicas.length];
    kills += 1;
    await replica.kill();
    await startWarm(replica);
    console.log(`${kills} killed and back; ${figures.episodes} episodes of our clients, ${figures.steps} answers`);
  }
  return kills;
}

function tell(all, kills) {
  const [ours, theirs] = all.map(({ episodes, steps }) => `${episodes} episodes, ${steps} answers`);
  const faults = all.flatMap(({ faults }) => faults);
  for (const fault of faults.slice(0, 20)) console.log(`FAULT ${fault}`);
  console.log(`${kills} servers killed; our clients: ${ours}; OpenEnv's: ${theirs}; ${faults.length} faults`);
  const played = all.reduce((sum, { episodes }) => sum + episodes, 0);
  return faults.length === 0 && played > 0 && kills > 0 ? 0 : 1;
}

/** OpenEnv's clients, which have played their quiet run and wait. */
async function openOpenEnv({ quietAddress, address }) {
  const script = new URL("cluster/openenv_clients.py", import.meta.url).pathname;
  const args = [script, quietAddress, address, String(Math.floor(clients / 2)), String(seconds)];
  const child = spawn(python, args, {
    env: { ...process.env, EPISODES: JSON.stringify(EPISODES) },
    stdio: ["pipe", "pipe", 2],
  });
  cleanups.push(() => child.kill("SIGKILL"));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { value } = await lines.next();
  if (value !== "ready") throw new Error("OpenEnv's clients could not play a quiet run");
  return {
    async play() {
      child.stdin.write("play\n");
      const { value: figures } = await lines.next();
      if (figures === undefined) throw new Error("OpenEnv's clients ended before they told what they played");
      return JSON.parse(figures);
    },
  };
}

async function freePorts(count) {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => server.address().port);
  for (const server of servers) server.close();
  return ports;
}

function readWords() {
  const options = {
    help: { type: "boolean", default: false },
    clients: { type: "string", default: "10" },
    seconds: { type: "string", default: "30" },
    every: { type: "string", default: "3" },
    "no-openenv": { type: "boolean", default: false },
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(`${error.message}\nnpm run cluster:demo -- --help says what there is`);
  }
}
