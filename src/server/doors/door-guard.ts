/**
 * Who may come in at the server's doors, whichever it is: a page of this server or of one that the operator names, and
 * any program; no page of a stranger, whatever name it has given this server.
 */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { hostname } from "node:os";
import type { Settings } from "../settings.ts";
import { type HostName, isLoopbackName, isSameHost, readHost, withoutIpv6Mapping } from "./host-names.ts";
import { NOT_OF_THIS_SITE, type Refusal, refuseBody, TWO_HOSTS, wrongHost, wrongOrigin } from "./refusals.ts";

/** As much of a request as is looked at. */
export interface Caller {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Every host that the request names in whatever way, of which there should be one at most. */
  readonly hosts?: readonly string[];
  /** The address of this machine that the request came to. */
  readonly localAddress?: string | undefined;
  /** Whether what is asked for tells nobody anything, so that it matters little which page asks. */
  readonly isPublicFile?: boolean;
}

/** Where a page comes from that makes a request; `none` for a request that names no page. */
export type Origin = "none" | "own" | "listed" | "this machine" | "foreign";

export type DoorSettings = Pick<Settings, "HOST" | "ALLOWED_HOSTS" | "ALLOWED_ORIGINS" | "SPACE_HOST">;

/** Methods whose body says what is to change. */
const WITH_BODY: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

export class DoorGuard {
  readonly #boundName: string;
  readonly #isBoundToLoopback: boolean;
  readonly #isListed: boolean;
  readonly #hosts: readonly HostName[];
  readonly #origins: ReadonlySet<string>;
  readonly #ownName = hostname().toLowerCase();

  constructor({ HOST, ALLOWED_HOSTS = [], ALLOWED_ORIGINS = [], SPACE_HOST }: DoorSettings) {
    const space = SPACE_HOST === undefined ? null : readHost(SPACE_HOST);
    this.#boundName = withoutIpv6Mapping(HOST);
    this.#isBoundToLoopback = isLoopbackName(this.#boundName);
    this.#isListed = ALLOWED_HOSTS.length > 0;
    this.#hosts = [...ALLOWED_HOSTS.map(readHost), space].filter((host) => host !== null);
    // A Space's page lies in a frame of Hugging Face's; what it asks for bears its own origin, not that of the frame.
    this.#origins = new Set<string>([...ALLOWED_ORIGINS, ...(space === null ? [] : [`https://${space.name}`])]);
  }

  /** Null for anyone who may come in. */
  judge(caller: Caller): Refusal | null {
    const { headers, method, hosts = [] } = caller;
    // Anyone who stands between may have taken another of them for the right one.
    if (new Set(hosts.map((name) => name.trim().toLowerCase())).size > 1) return TWO_HOSTS;
    const host = headers.host === undefined ? null : readHost(headers.host);
    if (!this.#admitsHost(headers.host, host, caller)) return wrongHost(headers.host);
    const origin = caller.isPublicFile ? "none" : this.originOf(caller);
    if (origin === "foreign") return wrongOrigin(headers, host);
    if (origin === "none" && isOfAnotherSite(caller)) return NOT_OF_THIS_SITE;
    return isOfBrowser(headers) && WITH_BODY.has(method ?? "") ? refuseBody(headers) : null;
  }

  originOf({ headers, localAddress }: Caller): Origin {
    const { origin } = headers;
    if (origin === undefined) return "none";
    if (this.#origins.has(origin.toLowerCase())) return "listed";
    const url = URL.parse(origin);
    // `null`, two at once, and what has a path: no page of ours is named so.
    if (url === null || url.origin !== origin.toLowerCase() || !/^https?:$/.test(url.protocol)) return "foreign";
    const host = headers.host === undefined ? null : readHost(headers.host);
    if (host === null) return "foreign";
    const from = readHost(url.host);
    if (from?.name === host.name) {
      const isOwn = this.#isCertain(host, localAddress) && ownOrigins(host, headers).includes(url.origin);
      // Browsers give the cookies of a host to all of its ports, so another port is a stranger.
      return isOwn ? "own" : "foreign";
    }
    return from !== null && isLoopbackName(from.name) ? "this machine" : "foreign";
  }

  /** Whether a program may call the server so. A page has to pass `originOf` as well. */
  #admitsHost(text: string | undefined, host: HostName | null, { headers, localAddress }: Caller): boolean {
    // No browser leaves it out, so there is no page behind such a request.
    if (text === undefined) return headers.origin === undefined;
    if (host === null) return false;
    if (isLoopbackName(host.name) || this.#isNamed(host)) return true;
    if (this.#isBoundToLoopback) return false;
    return !this.#isListed || this.#isOwnAddress(host, localAddress);
  }

  /** Whether a page below this name is one of ours. A stranger can give this server's address any name of his own. */
  #isCertain(host: HostName, localAddress: string | undefined): boolean {
    if (isLoopbackName(host.name) || this.#isNamed(host) || this.#isOwnAddress(host, localAddress)) return true;
    // An address is no name. Behind a router or in a container the server does not know its own.
    return !this.#isBoundToLoopback && !this.#isListed && isIP(host.name) !== 0;
  }

  #isNamed(host: HostName): boolean {
    return this.#hosts.some((listed) => isSameHost(listed, host));
  }

  #isOwnAddress({ name }: HostName, localAddress: string | undefined): boolean {
    if (localAddress !== undefined && name === withoutIpv6Mapping(localAddress)) return true;
    return name === this.#boundName || name === this.#ownName;
  }
}

/** What the guard looks at of a request. */
export function callerOf(request: IncomingMessage): Caller {
  const { method, headers, socket, url = "", rawHeaders } = request;
  // A request to a proxy names the host in its first line; served here, it would count before the header.
  const [, target] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url) ?? [];
  const hosts = target === undefined ? [] : [target];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (HOST_HEADER.test(rawHeaders[at] ?? "")) hosts.push(rawHeaders[at + 1] ?? "");
  }
  return { method, headers, hosts, localAddress: socket.localAddress };
}

const HOST_HEADER = /^host$/i;

/** What a page that is reached by this `Host` has for its origin. */
function ownOrigins(host: HostName, headers: IncomingHttpHeaders): readonly (string | undefined)[] {
  const name = isIP(host.name) === 6 ? `[${host.name}]` : host.name;
  const at = (scheme: string) => URL.parse(`${scheme}://${name}${host.port === null ? "" : `:${host.port}`}`)?.origin;
  const scheme = schemeOf(headers);
  if (scheme !== null) return [at(scheme)];
  // Without a port there is a proxy in front, or the server is at 80; a proxy need not say that it speaks TLS.
  return host.port === null ? [at("http"), at("https")] : [at("http")];
}

/** What a proxy says that its client speaks; null where there is none, or it does not say. */
export function schemeOf(headers: IncomingHttpHeaders): "http" | "https" | null {
  const said = [headers["x-forwarded-proto"] ?? []].flat().join(",").split(",")[0]?.trim().toLowerCase();
  return said === "http" || said === "https" ? said : null;
}

/** Only browsers send these, and no page can leave them out or make them up. */
function isOfBrowser(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined || headers["sec-fetch-site"] !== undefined;
}

/** Who follows a link to us, or sees us in a frame, may come in; what a stranger's page loads behind his back may not. */
function isOfAnotherSite({ headers, method }: Caller): boolean {
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return false;
  const isReading = method === undefined || method === "GET" || method === "HEAD";
  return !(isReading && headers["sec-fetch-mode"] === "navigate");
}
