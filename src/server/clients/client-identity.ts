/** Who a request's client is, for limits and fairness: a token that the operator gave out, else an address. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { bearerOf } from "../secrets.ts";
import { accountOf, addressList, forwardedAddress, parseAddress } from "./addresses.ts";

export interface ClientIdentityOptions {
  /** Addresses and networks whose `X-Forwarded-For` is believed, with commas between them. */
  readonly trustedProxies?: string | undefined;
  /** Tokens that are each a client of their own, with commas between them. */
  readonly tokens?: string | undefined;
}

/** A socket that is gone already tells no address. */
const NOWHERE = "nowhere";

export class ClientIdentity {
  readonly #isTrusted: (address: string) => boolean;
  /** By digest, so that looking a token up takes the same time however much of it is right. */
  readonly #tokens: ReadonlyMap<string, string>;

  constructor({ trustedProxies = "", tokens = "" }: ClientIdentityOptions = {}) {
    this.#isTrusted = addressList(trustedProxies);
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
    return token === "" ? null : (this.#tokens.get(digestOf(token)) ?? null);
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
