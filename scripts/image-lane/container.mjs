/**
 * Runs the mounted image as a container is run: another user, a read-only root, an empty /tmp, no capabilities, a network
 * of its own without a way out, and nothing of this machine's environment.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { capture } from "./commands.mjs";

export class Container {
  #image;
  #user;

  constructor(image, { user }) {
    this.#image = image;
    this.#user = user;
  }

  /** Runs one command to its end. */
  run(command) {
    const [program, ...args] = this.#wrap(command);
    return capture(program, args, { timeoutMs: 60_000 });
  }

  /** Starts the image's own command. */
  start() {
    const [program, ...args] = this.#wrap(this.#image.config.Cmd);
    return new Running(spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] }));
  }

  #wrap(command) {
    const { root, config } = this.#image;
    const environment = config.Env.flatMap((pair) => {
      const at = pair.indexOf("=");
      return ["--setenv", pair.slice(0, at), pair.slice(at + 1)];
    });
    return [
      ...["setpriv", "--reuid", this.#user, "--regid", this.#user, "--clear-groups"],
      ...["--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"],
      ...["bwrap", "--ro-bind", root, "/", "--tmpfs", "/tmp", "--proc", "/proc", "--dev", "/dev"],
      ...["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"],
      ...["--clearenv", ...environment, "--chdir", config.WorkingDir, ...command],
    ];
  }
}

/** A started container. */
class Running {
  #child;
  #log = "";

  constructor(child) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        this.#log += chunk;
      });
    }
  }

  get log() {
    return this.#log;
  }

  /** Runs a command of this machine in the container's network. */
  async beside(command) {
    return capture("nsenter", ["--target", await this.#server(), "--net", ...command]);
  }

  /** Runs a command of the image where the server runs. */
  async inside(command) {
    return capture("nsenter", ["--target", await this.#server(), "--net", "--mount", "--root", "--wd", ...command]);
  }

  /** @returns the code with which it ended after the image's stop signal; null if it had to be killed */
  async stop(signal) {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    const ended = once(this.#child, "close");
    process.kill(await this.#server(), signal);
    const killing = setTimeout(() => this.#child.kill("SIGKILL"), 20_000);
    const [code] = await ended;
    clearTimeout(killing);
    return code;
  }

  /** The server is the innermost of bubblewrap's processes; waits until there is one. */
  async #server() {
    for (;;) {
      if (this.#child.exitCode !== null) throw new Error(`The container ended by itself:\n${this.#log}`);
      const inner = childrenOf(childrenOf(this.#child.pid)[0])[0];
      if (inner !== undefined) return inner;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function childrenOf(pid) {
  if (pid === undefined) return [];
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return text.trim() === "" ? [] : text.trim().split(" ").map(Number);
  } catch {
    return [];
  }
}
