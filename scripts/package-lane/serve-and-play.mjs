/**
 * Starts `tracefix serve` of an installed package, plays on it and stops it; prints what was played and when the server
 * listened. Usage: serve-and-play.mjs FOLDER PLAYER...  where PLAYER plays, such as `node`
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const [folder, ...player] = process.argv.slice(2);
const began = performance.now();
const server = spawn(join(folder, "node_modules/.bin/tracefix"), ["serve", "--host", "127.0.0.1", "--port", "0"], {
  cwd: folder,
  stdio: ["ignore", "pipe", "inherit"],
});
const port = await new Promise((resolve, reject) => {
  server.once("exit", (code) => reject(new Error(`The server ended with ${code}`)));
  createInterface(server.stdout).on("line", (line) => {
    const { msg, port: told } = JSON.parse(line);
    if (msg === "listening" && told) resolve(told);
  });
});
try {
  const url = `http://127.0.0.1:${port}`;
  const health = await (await fetch(`${url}/health`)).json();
  const listenedMs = Math.round(performance.now() - began);
  const page = (await fetch(`${url}/web/`)).status;
  const [command, ...words] = player;
  const { stdout } = await promisify(execFile)(command, [...words, join(folder, "play.mjs"), url], { cwd: folder });
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  const [code] = await ended;
  console.log(
    JSON.stringify({ health: health.status, page, code, listenedMs, ...JSON.parse(stdout.trim().split("\n").at(-1)) }),
  );
} finally {
  // Left alone it would keep the output open for good.
  server.kill("SIGKILL");
}
