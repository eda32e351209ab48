import { expect, test } from "vitest";
import { openHouse } from "./harness.ts";

test("a server is ready while its sandbox can run code, and says so", async () => {
  let isSandboxReady = true;
  const { request } = await openHouse({ isSandboxReady: () => isSandboxReady });
  expect(await request("GET", "/ready")).toMatchObject({ status: 200, body: { status: "ready" } });
  isSandboxReady = false;
  const refusal = { status: 503, body: { detail: expect.stringContaining("Not ready"), code: "EXECUTION_ERROR" } };
  expect(await request("GET", "/ready")).toMatchObject(refusal);
  expect(await request("GET", "/health")).toMatchObject({ status: 200 });
  isSandboxReady = true;
  expect(await request("GET", "/ready")).toMatchObject({ status: 200 });
});
