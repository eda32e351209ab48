import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { createServer as createTraceFix } from "../../src/server/create-server.ts";
import { readSettings } from "../../src/server/settings.ts";
import { SessionRegistry } from "../../src/sessions/session-registry.ts";
import { Stage } from "../sessions/fake-environment.ts";
import { Client } from "./harness.ts";

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("The probe has no port");
  return address.port;
}

function serverOn(settings: Readonly<Record<string, string>>) {
  const registry = new SessionRegistry(new Stage().create);
  return createTraceFix(registry, { settings: readSettings({ HOST: "127.0.0.1", ...settings }) });
}

describe("an extra port", () => {
  test("serves HTTP and sockets as the first does, and is given up with it", async () => {
    const extra = await freePort();
    const server = await serverOn({ PORT: "0", EXTRA_PORT: String(extra) });
    const first = await server.listen();
    for (const port of [first, extra]) {
      expect(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).toEqual({ status: "healthy" });
    }
    const client = await Client.open(`ws://127.0.0.1:${extra}/ws`);
    expect(await client.reset()).toMatchObject({ type: "observation" });
    await server.stop();
    expect(await client.closed).toMatchObject({ code: 1012 });
    await expect(fetch(`http://127.0.0.1:${extra}/health`)).rejects.toThrow();
  });

  test("that is the first port too means one port", async () => {
    const port = await freePort();
    const server = await serverOn({ PORT: String(port), EXTRA_PORT: String(port) });
    expect(await server.listen()).toBe(port);
    await server.stop();
  });

  test("that is taken leaves no server behind", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    if (address === null || typeof address === "string") throw new Error("The probe has no port");
    const first = await freePort();
    const server = await serverOn({ PORT: String(first), EXTRA_PORT: String(address.port) });
    await expect(server.listen()).rejects.toMatchObject({ code: "EADDRINUSE", port: address.port });
    await expect(fetch(`http://127.0.0.1:${first}/health`)).rejects.toThrow();
    taken.close();
  });
});
