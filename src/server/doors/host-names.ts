/** Host names as browsers and programs give them: read strictly, and told apart by what they may stand for. */
import { BlockList, isIP, isIPv6 } from "node:net";

/** What a `Host` header names. */
export interface HostName {
  /** In lower case; an IPv6 address without its brackets. */
  readonly name: string;
  /** Null where none is given. */
  readonly port: number | null;
}

const HOST = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::(\d{1,5}))?$/i;

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

/** Null for what is no host: one with a user, a path or a space in it could be read as another one elsewhere. */
export function readHost(text: string): HostName | null {
  const [whole, bracketed, plain, port] = HOST.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  if (bracketed !== undefined && !isIPv6(bracketed)) return null;
  const name = (bracketed ?? plain ?? "").toLowerCase();
  return { name, port: port === undefined ? null : Number(port) };
}

/** As `readHost` has them: a name that every machine takes for itself, or such an address. */
export function isLoopbackName(name: string): boolean {
  return name === "localhost" || isLoopbackAddress(name);
}

export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** An IPv4 address in IPv6's clothes as itself, and any other as it is. */
export function withoutIpv6Mapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "").toLowerCase();
}

/** `example.org` stands for every port of it, `example.org:8080` for one. */
export function isSameHost(listed: HostName, { name, port }: HostName): boolean {
  return listed.name === name && (listed.port === null || listed.port === port);
}
