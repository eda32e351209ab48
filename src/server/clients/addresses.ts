/** Addresses as text: brought to one form, listed with networks, and shortened to what one client can have many of. */
import { BlockList, isIP, isIPv4 } from "node:net";

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** A client commonly has a whole network of these, and may use any address of it. */
const IPV6_NETWORK_GROUPS = 4;
const IPV6_GROUPS = 8;

/** An IPv4 address in IPv6's clothes as itself, without a zone; null for what is no address. */
export function parseAddress(text: string): string | null {
  const [address = ""] = text.trim().split("%");
  const mapped = MAPPED.exec(address)?.[1] ?? address;
  return isIP(mapped) === 0 ? null : mapped.toLowerCase();
}

/** The address of an entry of `X-Forwarded-For`, which may have a port; null for what is no address. */
export function forwardedAddress(entry: string): string | null {
  const text = entry.trim().replace(/^"(.*)"$/, "$1");
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? [];
  const [, withPort] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text) ?? [];
  return parseAddress(bracketed ?? withPort ?? text);
}

/** What an address counts as: itself, or the /64 of IPv6 that it lies in. */
export function accountOf(address: string): string {
  if (isIPv4(address)) return address;
  const [head = "", tail] = address.split("::");
  const groups = (part: string | undefined) => (part ? part.split(":") : []);
  const [first, last] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: Math.max(0, IPV6_GROUPS - first.length - last.length) }, () => "0");
  const whole = tail === undefined ? first : [...first, ...zeros, ...last];
  const network = whole.slice(0, IPV6_NETWORK_GROUPS).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** Whether text lists addresses and networks such as `10.0.0.0/8, ::1`. */
export function isAddressList(text: string): boolean {
  return entriesOf(text).every((entry) => networkOf(entry) !== null);
}

/** Tells whether an address is on the list. @throws Error for what `isAddressList` refuses */
export function addressList(text: string): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entriesOf(text)) {
    const network = networkOf(entry);
    if (network === null) throw new Error(`Cannot read ${JSON.stringify(entry)} as an address or a network`);
    list.addSubnet(network.address, network.prefix, familyOf(network.address));
  }
  return (address) => list.check(address, familyOf(address));
}

function entriesOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

function networkOf(entry: string): { readonly address: string; readonly prefix: number } | null {
  const [base = "", length, ...rest] = entry.split("/");
  const address = parseAddress(base);
  if (address === null || rest.length > 0) return null;
  const longest = isIPv4(address) ? 32 : 128;
  if (length === undefined) return { address, prefix: longest };
  const prefix = Number(length);
  return /^\d{1,3}$/.test(length) && prefix <= longest ? { address, prefix } : null;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv4(address) ? "ipv4" : "ipv6";
}
