/** What a client leaves behind when it hangs up: it is counted until it has come to its end, and more of it is refused. */
import { connect } from "node:net";
import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import type { ClientIdentity } from "../../src/server/clients/client-identity.ts";
import { AbandonedRequests } from "../../src/server/incoming/abandoned-requests.ts";
import { IncomingBytes } from "../../src/server/incoming/incoming-bytes.ts";
import { RequestBodies } from "../../src/server/incoming/request-bodies.ts";
import { openHouse } from "./harness.ts";
import { call, createSession, post, rpc } from "./rpc.ts";

const MIB = 1024 * 1024;

test("a client that leaves much behind is refused until it has ended, and others are not", () => {
  const abandoned = new AbandonedRequests();
  const ends = Array.from({ length: 8 }, () => abandoned.add("one", MIB));
  expect(() => abandoned.admit("one")).toThrow(/left too many requests behind/);
  expect(() => abandoned.admit("another")).not.toThrow();
  for (const end of ends) end();
  expect(() => abandoned.admit("one")).not.toThrow();
  expect(abandoned.total).toBe(0);
});

test("many small ones count too, and all clients together are bounded", () => {
  const abandoned = new AbandonedRequests();
  for (let count = 0; count < 2048; count += 1) abandoned.add("one", 0);
  expect(() => abandoned.admit("one")).toThrow(/left too many/);
  for (const client of ["two", "three", "four"]) abandoned.add(client, 8 * MIB);
  expect(() => abandoned.admit("five")).toThrow(/Too many requests that were left behind/);
});

test("a request whose client hangs up counts until it has come to its end", async () => {
  const app = Fastify();
  onTestFinished(() => app.close());
  const identity = { of: () => "one" } as unknown as ClientIdentity;
  const abandoned = new AbandonedRequests();
  const bodies = new RequestBodies({ incoming: new IncomingBytes(), abandoned, identity, maxBytes: MIB });
  bodies.watch(app);
  let begin = (): void => undefined;
  let end = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  app.post("/slow", async () => {
    begin();
    await ended;
    return {};
  });
  const url = new URL(await app.listen({ port: 0, host: "127.0.0.1" }));
  const socket = connect(Number(url.port), url.hostname);
  socket.write("POST /slow HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}");
  await begun;
  expect(abandoned.total).toBe(0);
  socket.destroy();
  await expect.poll(() => abandoned.total).toBeGreaterThan(0);
  end();
  await expect.poll(() => abandoned.total).toBe(0);
});

test("a request that changes something is refused while its client has left too much behind, and one that reads is not", async () => {
  const app = Fastify();
  onTestFinished(() => app.close());
  let asked = 0;
  const of = () => {
    asked += 1;
    return "one";
  };
  const identity = { of } as unknown as ClientIdentity;
  const abandoned = new AbandonedRequests();
  const bodies = new RequestBodies({ incoming: new IncomingBytes(), abandoned, identity, maxBytes: MIB });
  bodies.watch(app);
  app.post("/change", async () => ({}));
  app.get("/read", async () => ({}));
  const change = () => app.inject({ method: "POST", url: "/change", payload: {} });
  expect(await change()).toMatchObject({ statusCode: 200 });
  // Who a client is, is worked out once a request.
  expect(asked).toBe(1);
  const end = abandoned.add("one", 8 * MIB);
  const refused = await change();
  expect(refused.statusCode).toBeGreaterThanOrEqual(500);
  expect(refused.json()).toMatchObject({ message: expect.stringContaining("left too many requests behind") });
  expect(await app.inject("/read")).toMatchObject({ statusCode: 200 });
  end();
  expect(await change()).toMatchObject({ statusCode: 200 });
});

test("a call by a socket that goes counts too, where its session outlives the socket", async () => {
  const house = await openHouse();
  const session_id = await createSession(house);
  await post(house, rpc("tools/call", { session_id, name: "start_episode", arguments: {} }));
  house.stage.hangSteps = true;
  void call(house, "run_tests", { session_id });
  await house.stage.until(({ hanging }) => hanging.length === 1);
  const long = rpc("tools/call", { session_id, name: "view_code", arguments: { thought: "x".repeat(MIB - 1024) } });
  for (let left = 1; left <= 8; left += 1) {
    const client = await house.connect("/mcp");
    client.send(long);
    await expect.poll(() => house.registry.pending).toBe(left + 1);
    client.socket.terminate();
    await client.closed;
  }
  const refused = await house.connect("/mcp");
  await expect
    .poll(() => refused.askJson(long))
    .toMatchObject({
      error: { message: expect.stringContaining("left too many requests behind") },
    });
  house.stage.hangSteps = false;
  for (const step of house.stage.hanging) step.finish();
  await expect.poll(() => house.registry.pending).toBe(0);
  const later = await house.connect("/mcp");
  expect(await later.askJson(rpc("tools/list"))).toMatchObject({ result: { tools: {} } });
});
