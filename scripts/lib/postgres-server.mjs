/** A Postgres of one's own: Debian's, installed where it is missing, in a folder that goes with it. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { installDebianPackages } from "./debian-packages.mjs";

const VERSIONS = "/usr/lib/postgresql";
const OWNER = "tracefix";
const START_TRIES = 200;
const TRY_MS = 50;

/**
 * @returns the folder of its programs; null on a developer's machine that has none and where they cannot be installed
 * @throws Error in CI, where a lane that does not run must not look as if it had passed
 */
export async function ensurePostgres() {
  const found = findPostgres();
  if (found !== null) return found;
  const problem = await installDebianPackages("Postgres", ["postgresql"]);
  const installed = findPostgres();
  if (installed === null && process.env.CI) throw new Error(`CI needs a Postgres, and there is none: ${problem}`);
  return installed;
}

function findPostgres() {
  if (!existsSync(VERSIONS)) return null;
  const newest = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  return newest.map((version) => join(VERSIONS, version, "bin")).find((bin) => existsSync(join(bin, "initdb"))) ?? null;
}

/**
 * Starts one on a free port of this machine, for all programs on it.
 *
 * @param programs as `ensurePostgres` gave them
 */
export async function startPostgres(programs, { settings = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-postgres-"));
  const data = join(folder, "data");
  const user = otherUser();
  mkdirSync(data);
  chmodSync(folder, 0o755);
  if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const initdb = ["-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(programs, "initdb"), initdb, { ...user, stdio: "ignore", cwd: folder });
  const port = await freePort();
  const words = Object.entries({ listen_addresses: "127.0.0.1", port, unix_socket_directories: folder, ...settings });
  let running = null;
  const start = async () => {
    const given = words.flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    running = spawn(join(programs, "postgres"), ["-D", data, ...given], { ...user, stdio: "ignore", cwd: folder });
    const started = running;
    for (let tries = 0; tries < START_TRIES; tries += 1) {
      if (started.exitCode !== null) break;
      if (await answers(port)) return;
      await wait(TRY_MS);
    }
    throw new Error(`Postgres did not start on port ${port}`);
  };
  /** SIGINT ends it after what runs, SIGQUIT at once, as a crash would. */
  const end = async (signal) => {
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, "exit");
    running.kill(signal);
    await ended;
  };
  const atExit = () => running?.kill("SIGQUIT");
  process.on("exit", atExit);
  const forget = () => {
    process.off("exit", atExit);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await end("SIGQUIT");
    forget();
    throw error;
  }
  let databases = 0;
  return {
    port,
    start,
    end,
    /** @returns the address of a new, empty database */
    async database() {
      databases += 1;
      const name = `episodes_${databases}`;
      const sql = postgres(urlOf(port, "postgres"), { max: 1, onnotice: () => undefined });
      await sql.unsafe(`CREATE DATABASE ${name}`);
      await sql.end();
      return urlOf(port, name);
    },
    async stop() {
      await end("SIGINT");
      forget();
    },
  };
}

function urlOf(port, database) {
  return `postgres://${OWNER}@127.0.0.1:${port}/${database}`;
}

/** Postgres refuses to run as root. */
function otherUser() {
  if (process.getuid?.() !== 0) return {};
  const idOf = (kind) => Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

async function answers(port) {
  const sql = postgres(urlOf(port, "postgres"), { max: 1, connect_timeout: 1, onnotice: () => undefined });
  try {
    await sql`SELECT 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
