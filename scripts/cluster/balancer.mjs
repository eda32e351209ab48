/** A balancer before the servers, which keeps no client at one of them: Debian's HAProxy, installed where it is missing. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { installDebianPackages } from "../lib/debian-packages.mjs";

const PROGRAM = "/usr/sbin/haproxy";
const TRY_MS = 100;

/** @throws Error where there is none and it cannot be installed */
export async function ensureBalancer() {
  if (existsSync(PROGRAM)) return;
  const problem = await installDebianPackages("HAProxy", ["haproxy"]);
  if (!existsSync(PROGRAM)) throw new Error(`There is no HAProxy: ${problem}`);
}

/** @param ports of the servers @returns how to end it */
export function startBalancer(port, ports) {
  const folder = mkdtempSync(join(tmpdir(), "tracefix-balancer-"));
  const file = join(folder, "haproxy.cfg");
  writeFileSync(file, configuration(port, ports));
  const running = spawn(PROGRAM, ["-db", "-q", "-f", file], { stdio: ["ignore", "ignore", 2] });
  const isRunning = () => running.exitCode === null && running.signalCode === null;
  return {
    /** Resolves once a server answers through it. @throws Error where it has ended */
    async ready() {
      while ((await fetch(`http://127.0.0.1:${port}/health`).catch(() => null))?.status !== 200) {
        if (!isRunning()) throw new Error(`HAProxy ended with ${running.exitCode}`);
        await wait(TRY_MS);
      }
    },
    async stop() {
      if (isRunning()) {
        const ended = once(running, "exit");
        running.kill("SIGKILL");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(port, ports) {
  const servers = ports.map(
    (one, place) => `  server replica${place} 127.0.0.1:${one} check inter 500ms fall 1 rise 1`,
  );
  return `global
  maxconn 4000
defaults
  mode http
  option redispatch
  retries 3
  timeout connect 2s
  timeout client 1h
  timeout server 1h
  timeout tunnel 1h
frontend players
  bind 127.0.0.1:${port}
  default_backend replicas
backend replicas
  balance roundrobin
  option httpchk GET /ready
  default-server on-marked-down shutdown-sessions
${servers.join("\n")}
`;
}
