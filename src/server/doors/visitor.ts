/** Who comes from this very machine: whom its owner trusts with what strangers are not shown. */
import type { IncomingMessage } from "node:http";
import type { FastifyRequest } from "fastify";
import type { Settings } from "../settings.ts";
import { isLoopbackAddress, isLoopbackName, readHost, withoutIpv6Mapping } from "./host-names.ts";

/** What proxies add. A visitor can add them too, and only loses by it. */
const FORWARDED = /^(?:forwarded|via|x-real-ip|x-forwarded-.*|cf-connecting-ip|true-client-ip)$/;

/**
 * Over loopback come a proxy's and a tunnel's visitors too: their requests are told by what the proxy adds, or by the
 * name that they call. A name that a stranger has given this machine is none of its own.
 */
export function isFromThisMachine({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): boolean {
  if (!isLoopbackAddress(withoutIpv6Mapping(socket.remoteAddress ?? ""))) return false;
  if (Object.keys(headers).some((name) => FORWARDED.test(name))) return false;
  return isLoopbackName(readHost(headers.host ?? "")?.name ?? "");
}

/** Whether a repair may be shown to this visitor at all. */
export function maySeeSolutions(SHOW_SOLUTIONS: Settings["SHOW_SOLUTIONS"], { raw }: FastifyRequest): boolean {
  return SHOW_SOLUTIONS ?? isFromThisMachine(raw);
}
