/** Each token is a client of its own for all limits, in whatever way it was shown; without one an address is. */
import { expect, test } from "vitest";
import type { House } from "../harness.ts";
import { openHouse } from "../harness.ts";

const [A, B] = ["a-token-of-the-first-one", "a-token-of-the-second"];
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const open = () =>
  openHouse({ settings: { TRACEFIX_TOKENS: `play:${A},play:${B}` }, registryOptions: { clientCapacity: 1 } });

async function joined(house: House, token: string, isLate: boolean) {
  const client = await house.connect("/ws", isLate ? {} : bearer(token));
  if (isLate)
    expect(await client.askJson({ type: "authorize", data: { token } })).toMatchObject({ type: "authorized" });
  return client;
}

test.each([
  ["by header", false],
  ["by the first message", true],
])("two tokens of one address have a share each, shown %s, and who has his waits for it", async (_how, isLate) => {
  const house = await open();
  const first = await joined(house, A, isLate);
  expect(await first.reset()).toMatchObject({ type: "observation" });
  const again = await joined(house, A, isLate);
  const waits = again.reset();
  await expect.poll(() => house.registry.waiting).toBe(1);
  const other = await joined(house, B, isLate);
  expect(await other.reset()).toMatchObject({ type: "observation" });
  first.socket.close();
  expect(await waits).toMatchObject({ type: "observation" });
});

test("an episode over HTTP counts for the token of its request", async () => {
  const house = await open();
  const reset = (token: string) => house.request("POST", "/reset", { body: {}, headers: bearer(token) });
  expect(await reset(A)).toMatchObject({ status: 200 });
  const waits = reset(A);
  await expect.poll(() => house.registry.waiting).toBe(1);
  expect(await reset(B)).toMatchObject({ status: 200 });
  house.registry.close();
  expect((await waits).status).toBe(503);
});
