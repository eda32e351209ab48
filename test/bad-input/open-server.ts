/** A whole server in this process, small enough that its limits are easy to meet, and the proofs that it is unharmed. */
import { expect } from "vitest";
import { startServing } from "../../src/cli/serve.ts";
import { Player } from "../support/player.ts";

export const MAX_MESSAGE_BYTES = 32_768;

export interface OpenServer {
  readonly port: number;
  readonly url: string;
  /** A figure of `/metrics`. */
  figure(name: string): Promise<number>;
  /** Expects that nothing was harmed: health, an honest session's tests, and no slot in use. */
  expectUnharmed(): Promise<void>;
  stop(): Promise<void>;
}

/** @param settings beside those that make it small */
export async function openServer(settings: Readonly<Record<string, string>> = {}): Promise<OpenServer> {
  const { port, stop } = await startServing({
    environment: {
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "silent",
      DURABILITY: "none",
      WORKERS: "1",
      MAX_SESSIONS: "50",
      CLIENT_SESSIONS: "50",
      MAX_MESSAGE_BYTES: String(MAX_MESSAGE_BYTES),
      ...settings,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const figure = async (name: string): Promise<number> => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  };
  const expectUnharmed = async (): Promise<void> => {
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: "healthy" });
    await using player = await Player.connect(port);
    const { observation } = await player.reset({ task_name: "reverse_string_wrong_step", seed: 1 });
    expect(Object.keys(observation.code_dict).length).toBeGreaterThan(0);
    const run = await player.step({ action_type: "RUN_TESTS" });
    expect(run.observation.last_execution_output).toMatch(/^\d of 7 visible tests passed\./);
    await player[Symbol.asyncDispose]();
    await expect.poll(() => figure("tracefix_sessions_active")).toBe(0);
    expect(await figure("tracefix_requests_pending")).toBe(0);
  };
  return { port, url, figure, expectUnharmed, stop };
}
