/** Starts what a benchmark measures or measures with, each in a process of its own, and ends it. */
import { spawn, spawnSync } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../../scripts/lib/paths.mjs";

/** As `npm start` and the container have it. */
const SERVER_FLAGS = ["--max-semi-space-size=1"];

/**
 * @param words further ones for `tracefix serve`
 * @returns the server with its port, once it listens; `readyMs` is from the process's start to the first /health;
 *   `logged` waits for a line of its log, such as `listening`, or `programs read: imported` where it is of a set
 */
export async function startServer(settings = {}, words = []) {
  const began = performance.now();
  const server = spawn(process.execPath, [...SERVER_FLAGS, join(ROOT, "dist/cli/main.js"), "serve", ...words], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "info", DURABILITY: "none", ...settings },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const said = new Set();
  const told = new EventEmitter();
  const port = await new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}`)));
    createInterface(server.stdout).on("line", (text) => {
      const entry = JSON.parse(text);
      for (const line of [entry.msg, `${entry.msg}: ${entry.set}`]) {
        said.add(line);
        told.emit(line);
      }
      if (entry.msg === "listening" && entry.port) resolve(entry.port);
    });
  });
  await fetch(`http://127.0.0.1:${port}/health`);
  const readyMs = performance.now() - began;
  const logged = async (message) => {
    if (!said.has(message)) await once(told, message);
  };
  return { port, process: server, readyMs, logged, stop: () => end(server) };
}

/** @returns a server of canned answers with its port, once it listens; `processorTime` is in microseconds */
export async function startCanned(options) {
  const script = join(ROOT, "bench/clients/canned-server.mjs");
  const server = spawn(process.execPath, [script, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const [line] = await once(server.stdout, "data");
  const processorTime = async () => {
    server.send("processor time");
    const [{ user, system }] = await once(server, "message");
    return user + system;
  };
  return { port: Number(String(line).trim()), processorTime, stop: () => end(server) };
}

/** Seconds of processor time that a process and its threads have had. */
export function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Runs a script of bench/clients and gives the JSON it prints last. */
export async function runClient(name, options, { nodeFlags = [] } = {}) {
  const { closed, result } = spawnClient(name, options, nodeFlags);
  const [code] = await closed;
  if (code !== 0) throw new Error(`The client ${name} ended with ${code}`);
  return result();
}

/** Starts a client that goes on until it is ended, and prints its JSON then. */
export function startClient(name, options) {
  const { client, closed, result } = spawnClient(name, options);
  return {
    async finish() {
      client.kill("SIGTERM");
      await closed;
      return result();
    },
  };
}

function spawnClient(name, options, nodeFlags = []) {
  const script = join(ROOT, "bench/clients", `${name}.mjs`);
  const client = spawn(process.execPath, [...nodeFlags, script, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  client.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return { client, closed: once(client, "close"), result: () => JSON.parse(output.trim().split("\n").at(-1)) };
}

export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

export function findPython() {
  const found = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
  return found ?? null;
}

/** Bytes of memory a process holds, or null where the system does not say. */
export function residentBytes(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

export function openDescriptors(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return null;
  }
}
