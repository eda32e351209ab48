/** Reads where the server is from the words of the command. */
import type { Target } from "./check.ts";

export const DEFAULT_ADDRESS = "http://localhost:7860";

/** @returns null when this is no address of a server */
export function readTarget(address: string): Target | null {
  const written = address.includes("://") ? address : `http://${address}`;
  if (!URL.canParse(written)) return null;
  const { protocol, host, pathname } = new URL(written);
  if (protocol !== "http:" && protocol !== "https:") return null;
  const place = `//${host}${pathname.replace(/\/+$/, "")}`;
  return { http: `${protocol}${place}`, ws: `${protocol === "http:" ? "ws:" : "wss:"}${place}` };
}
