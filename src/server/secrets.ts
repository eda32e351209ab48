/** Secrets that a request brings, and whether they are the right ones. */
import { createHash, timingSafeEqual } from "node:crypto";

/** The token of an `Authorization: Bearer` header; empty where there is none. */
export function bearerOf(authorization = ""): string {
  return /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? "";
}

/** Takes as long however much of the secret is right. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(expected));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
