/** Knows a browser again by a cookie that no page can read, no other site can use and nobody can make up. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** An evening of playing; afterwards the browser is a new one to us. */
const MAX_AGE_SECONDS = 86_400;

export class BrowserCookie {
  /** Of this process: browsers give a cookie to every port of a host, and another server may be at one of them. */
  readonly #name = `tracefix_page_${randomBytes(4).toString("hex")}`;
  readonly #key = randomBytes(32);

  /** @param header `Cookie`, as it came. @returns the browser; null where it does not say, or lies */
  read(header: string | undefined): string | null {
    for (const pair of (header ?? "").split(";")) {
      const at = pair.indexOf("=");
      if (at < 0 || pair.slice(0, at).trim() !== this.#name) continue;
      const [browser = "", proof = ""] = pair
        .slice(at + 1)
        .trim()
        .split(".");
      if (this.#proves(browser, proof)) return browser;
    }
    return null;
  }

  /** A browser that is new to us, and the `Set-Cookie` to know it by. */
  issue({ isSecure }: { readonly isSecure: boolean }): { readonly browser: string; readonly header: string } {
    const browser = randomBytes(16).toString("base64url");
    const value = `${browser}.${this.#proofOf(browser).toString("base64url")}`;
    const header = `${this.#name}=${value}; Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Strict`;
    return { browser, header: isSecure ? `${header}; Secure` : header };
  }

  #proofOf(browser: string): Buffer {
    return createHmac("sha256", this.#key).update(browser).digest();
  }

  #proves(browser: string, proof: string): boolean {
    const given = Buffer.from(proof, "base64url");
    const right = this.#proofOf(browser);
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
