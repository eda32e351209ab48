/** Who comes from the server's own machine, and who only seems to. */
import type { IncomingHttpHeaders } from "node:http";
import { expect, test } from "vitest";
import { isFromThisMachine } from "../../src/server/doors/visitor.ts";

const visitor = (remoteAddress: string | undefined, headers: IncomingHttpHeaders = { host: "localhost:7860" }) =>
  // Of a request nothing else is looked at.
  isFromThisMachine({ headers, socket: { remoteAddress } } as Parameters<typeof isFromThisMachine>[0]);

test.each(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "::FFFF:127.0.0.1"])("one at %s does", (address) => {
  expect(visitor(address)).toBe(true);
});

test.each(["10.0.0.1", "::ffff:10.0.0.1", "2001:db8::1", undefined])("one at %s does not", (address) => {
  expect(visitor(address)).toBe(false);
});

test.each([
  { host: "tracefix.example.org" },
  {},
  { host: "localhost:7860", via: "1.1 proxy" },
  { host: "localhost:7860", "x-forwarded-for": "127.0.0.1" },
])("one that a proxy or a name brings over loopback does not: %j", (headers) => {
  expect(visitor("127.0.0.1", headers)).toBe(false);
});
