import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, test } from "vitest";
import { accountOf, addressList, forwardedAddress, isAddressList } from "../../src/server/clients/addresses.ts";
import { ClientIdentity, type ClientIdentityOptions } from "../../src/server/clients/client-identity.ts";

/** Who a request from this address, with these headers, counts for. */
function clientOf(remoteAddress: string, headers: IncomingHttpHeaders = {}, options: ClientIdentityOptions = {}) {
  // Of a request nothing else is looked at.
  const request = { headers, socket: { remoteAddress } } as Parameters<ClientIdentity["of"]>[0];
  return new ClientIdentity(options).of(request);
}

const TOKEN = "a-token-of-the-operator";

describe("a client", () => {
  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:203.0.113.7", "203.0.113.7"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("at %s counts as %s, since one who has one address of IPv6 has its whole network", (address, account) => {
    expect(clientOf(address)).toBe(account);
  });

  test("is not believed what it says of itself in X-Forwarded-For", () => {
    const headers = { "x-forwarded-for": "198.51.100.1" };
    expect(clientOf("203.0.113.7", headers)).toBe("203.0.113.7");
    expect(clientOf("203.0.113.7", headers, { trustedProxies: "10.0.0.0/8" })).toBe("203.0.113.7");
  });

  test.each([
    ["198.51.100.1", "198.51.100.1"],
    ["198.51.100.1:4711", "198.51.100.1"],
    ["[2001:db8:1:2::9]:4711", "2001:db8:1:2::/64"],
    ["made up, 1.2.3.4, 198.51.100.1", "198.51.100.1"],
    ["198.51.100.1, 10.1.1.1, 10.2.2.2", "198.51.100.1"],
    ["10.1.1.1", "10.1.1.1"],
    ["nonsense", "10.0.0.1"],
    ["1.2.3.4, nonsense, 10.2.2.2", "10.2.2.2"],
    ["", "10.0.0.1"],
  ])(
    "behind a trusted proxy that forwards %j counts as %s: what the client made up stands further left",
    (header, account) => {
      expect(clientOf("10.0.0.1", { "x-forwarded-for": header }, { trustedProxies: "10.0.0.0/8" })).toBe(account);
    },
  );

  test("is its token where the operator gave it out, wherever it comes from", () => {
    const options = { tokens: `another-token-there, ${TOKEN}` };
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect(clientOf("203.0.113.7", headers, options)).toBe(clientOf("203.0.113.8", headers, options));
    expect(clientOf("203.0.113.7", headers, options)).not.toContain(TOKEN);
  });

  test("does not look like many by making tokens up", () => {
    for (const token of [`${TOKEN}x`, "made-up", "another"]) {
      const headers = { authorization: `Bearer ${token}` };
      expect(clientOf("203.0.113.7", headers, { tokens: TOKEN })).toBe("203.0.113.7");
    }
  });

  test("is nobody's connection while only its proxy is known", () => {
    const identity = new ClientIdentity({ trustedProxies: "10.0.0.0/8, ::1" });
    expect(identity.ofPeer("10.0.0.1")).toBeNull();
    expect(identity.ofPeer("::1")).toBeNull();
    expect(identity.ofPeer("203.0.113.7")).toBe("203.0.113.7");
    expect(identity.ofPeer(undefined)).toBe("nowhere");
    expect(new ClientIdentity({ trustedProxies: "fe80::/10" }).ofPeer("fe80::1%eth0")).toBeNull();
  });
});

describe("a list of addresses", () => {
  test.each(["", "127.0.0.1", "10.0.0.0/8, 192.168.0.0/16,::1", "2001:db8::/32"])("%j can be read", (text) => {
    expect(isAddressList(text)).toBe(true);
  });

  test.each(["localhost", "10.0.0.0/33", "::/129", "10.0.0.0/8/8", "10.0.0.0/", "10.0.0.0/-1", "1.2.3"])(
    "%j cannot, and is refused at the start",
    (text) => {
      expect(isAddressList(text)).toBe(false);
      expect(() => addressList(text)).toThrow("Cannot read");
    },
  );

  test("holds what lies in its networks and nothing else", () => {
    const isListed = addressList("10.0.0.0/8, 2001:db8::/32");
    expect(["10.255.1.1", "2001:db8:9::1"].map(isListed)).toEqual([true, true]);
    expect(["11.0.0.1", "2001:db9::1", "::1"].map(isListed)).toEqual([false, false, false]);
  });

  test("is not made of what is no address", () => {
    for (const entry of ["", "unknown", "_hidden", "1.2.3.4.5", "::1::2"]) expect(forwardedAddress(entry)).toBeNull();
    expect(accountOf("1.2.3.4")).toBe("1.2.3.4");
  });
});
