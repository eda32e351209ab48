/** Who a request's client is, for limits and fairness: a token that the operator gave out, else an address. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { AccessDoor } from "../access/access-door.ts";
import { bearerOf } from "../secrets.ts";
import { accountOf, addressList, forwardedAddress, parseAddress } from "./addresses.ts";

export interface ClientIdentityOptions {
  /** Addresses and networks whose `X-Forwarded-For` is believed, with commas between them. */
  readonly trustedProxies?: string | undefined;
  /** Tokens that are each a client of their own, with commas between them. */
  readonly tokens?: string | undefined;
  /** Each token that opens it is a client of its own, too. */
  readonly access?: AccessDoor | undefined;
}

/** A socket that is gone already tells no address. */
const NOWHERE = "nowhere";

export class ClientIdentity {
  readonly #isTrusted: (address: string) => boolean;
  /** By digest, so that looking a token up takes the same time however much of it is right. */
  readonly #tokens: ReadonlyMap<string, string>;
  readonly #access: AccessDoor | undefined;

  constructor({ trustedProxies = "", tokens = "", access }: ClientIdentityOptions = {}) {
    this.#isTrusted = addressList(trustedProxies);
    this.#access = access;
    const given = tokens.split(",").map((token) => token.trim());
    this.#tokens = new Map(given.filter((token) => token !== "").map((token, at) => [digestOf(token), `token ${at}`]));
  }

  /**
   * A token that nobody gave out says nothing: with a new one for each request, one client would look like many.
   * Neither does `X-Forwarded-For` from anywhere but a trusted proxy.
   */
  of({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): string {
    const known = this.ofToken({ headers });
    if (known !== null) return known;
    const peer = parseAddress(socket.remoteAddress ?? "");
    if (peer === null) return NOWHERE;
    return accountOf(this.#isTrusted(peer) ? this.#forwarded(headers["x-forwarded-for"], peer) : peer);
  }

  /** Null for a request that brings no token that we know. */
  ofToken({ headers }: Pick<IncomingMessage, "headers">): string | null {
    const token = bearerOf(headers.authorization);
    const known = token === "" ? undefined : this.#tokens.get(digestOf(token));
    return known ?? this.#access?.tokenOf({ headers })?.name ?? null;
  }

  /** Who a connection counts for before it has asked for anything; null for a proxy's, which is many clients'. */
  ofPeer(remoteAddress: string | undefined): string | null {
    const peer = parseAddress(remoteAddress ?? "");
    if (peer === null) return NOWHERE;
    return this.#isTrusted(peer) ? null : accountOf(peer);
  }

  /** The last address on the way that is no proxy of ours: what stands before it, the client may have made up. */
  #forwarded(header: string | string[] | undefined, peer: string): string {
    const entries = [header ?? []].flat().join(",").split(",");
    let nearest = peer;
    for (const entry of entries.reverse()) {
      const address = forwardedAddress(entry);
      if (address === null) return nearest;
      nearest = address;
      if (!this.#isTrusted(address)) return address;
    }
    return nearest;
  }
}

function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}
