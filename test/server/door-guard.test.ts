/** The guard at the doors by itself: laws of what it lets in, and what it takes an origin for. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DoorGuard, type Origin } from "../../src/server/doors/door-guard.ts";
import { readHost } from "../../src/server/doors/host-names.ts";
import { readSettings } from "../../src/server/settings.ts";

const BOUND = [
  { HOST: "127.0.0.1" },
  { HOST: "127.0.0.1", ALLOWED_HOSTS: "lab.example", ALLOWED_ORIGINS: "https://board.example" },
  { HOST: "0.0.0.0" },
  { HOST: "0.0.0.0", ALLOWED_HOSTS: "lab.example", ALLOWED_ORIGINS: "https://board.example" },
  { HOST: "0.0.0.0", SPACE_HOST: "me-tracefix.hf.space" },
];

describe("the guard", () => {
  const guardOf = (settings: Record<string, string>) => new DoorGuard(readSettings(settings));
  const name = fc.domain().filter((host) => !/^(localhost|[\d.]+)$/.test(host));

  test("lets in no page of a name that the server was not given, wherever it is bound and whatever it calls", () => {
    const bound = fc.constantFrom<Record<string, string>>(...BOUND);
    const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined });
    fc.assert(
      fc.property(
        bound,
        name,
        port,
        fc.constantFrom("http", "https"),
        fc.boolean(),
        (settings, host, at, scheme, own) => {
          const called = at === undefined ? host : `${host}:${at}`;
          const origin = URL.parse(`${scheme}://${called}`)?.origin ?? "null";
          const headers = { host: own ? called : "127.0.0.1:7860", origin };
          expect(guardOf(settings).judge({ method: "POST", headers })?.status).toBe(403);
        },
      ),
    );
  });

  test("on loopback takes no name but loopback's, from nobody", () => {
    const guard = guardOf({ HOST: "127.0.0.1" });
    fc.assert(
      fc.property(fc.oneof(name, fc.ipV4(), fc.string()), (host) => {
        const read = readHost(host)?.name ?? "";
        fc.pre(!/^(localhost|127\.)/.test(read));
        expect(guard.judge({ method: "GET", headers: { host } })?.status).toBe(403);
      }),
    );
  });

  test("admits the very address that it was called at, also where the system writes it as one of IPv6", () => {
    const guard = guardOf({ HOST: "0.0.0.0", ALLOWED_HOSTS: "lab.example" });
    const statusAt = (localAddress: string) =>
      guard.judge({ method: "GET", headers: { host: "10.0.0.5:7860" }, localAddress })?.status ?? 200;
    expect(["10.0.0.5", "::ffff:10.0.0.5", "::FFFF:10.0.0.5", "10.0.0.6"].map(statusAt)).toEqual([200, 200, 200, 403]);
  });

  test("admits a listed host at the port that is listed with it alone, and at every port where none is", () => {
    const guard = guardOf({ HOST: "127.0.0.1", ALLOWED_HOSTS: "lab.example:8080,desk.example" });
    const statusOf = (host: string) => guard.judge({ method: "GET", headers: { host } })?.status ?? 200;
    const hosts = ["lab.example:8080", "lab.example:9090", "lab.example", "desk.example:9090", "desk.example"];
    expect(hosts.map(statusOf)).toEqual([200, 403, 403, 200, 200]);
  });

  test("lets nobody name two hosts, of which another on the way could take the other, but one of them twice", () => {
    const guard = guardOf({ HOST: "127.0.0.1" });
    const statusOf = (...hosts: string[]) => {
      const headers = { host: "localhost:7860" };
      return guard.judge({ method: "GET", headers, hosts })?.status ?? 200;
    };
    expect(statusOf("localhost:7860", "127.0.0.1:7860")).toBe(400);
    expect(statusOf("localhost:7860", "Localhost:7860 ")).toBe(200);
  });

  test.each<[Record<string, string>, Origin]>([
    [{ host: "127.0.0.1:7860" }, "none"],
    [{ host: "127.0.0.1:7860", origin: "http://127.0.0.1:7860" }, "own"],
    [{ host: "[::1]:7860", origin: "http://[::1]:7860" }, "own"],
    [{ host: "localhost", origin: "http://localhost" }, "own"],
    [{ host: "localhost", origin: "https://localhost" }, "own"],
    [{ host: "localhost:7860", origin: "https://localhost:7860" }, "foreign"],
    [{ host: "localhost:7860", origin: "http://localhost" }, "foreign"],
    [{ host: "127.0.0.1:7860", origin: "http://localhost" }, "this machine"],
    [{ host: "127.0.0.1:7860", origin: "http://127.0.0.1:7860/" }, "foreign"],
    [{ host: "127.0.0.1:7860", origin: "file://" }, "foreign"],
    [{ host: "127.0.0.1:7860", origin: "" }, "foreign"],
    [{ origin: "http://127.0.0.1:7860" }, "foreign"],
  ])("takes %j for %s", (headers, origin) => {
    expect(guardOf({ HOST: "127.0.0.1" }).originOf({ headers })).toBe(origin);
  });
});
