/** The name by which a server finds a client's session again, and where that is in an address. */

const NAMED = /\/s\/[^/?]+\/ws(\?|$)/;
const BARE = /\/ws(\?|$)/;
const ATTACHED = /[?&]session_id=/;
const NAME_BYTES = 24;

/**
 * A name that nobody guesses: 32 letters, digits, hyphens and underscores.
 *
 * ```ts
 * drawSessionName().length // 32
 * ```
 */
export function drawSessionName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

/**
 * The socket's address for the session of this name; null for one that says already which session is meant.
 *
 * ```ts
 * namedSocketAddress("wss://host.example/base/ws?agent=me", "a-name-of-my-own") // "wss://host.example/base/s/a-name-of-my-own/ws?agent=me"
 * namedSocketAddress("ws://host.example/s/a-name-of-my-own/ws", "another-name-of-mine") // null
 * ```
 */
export function namedSocketAddress(address: string, name: string): string | null {
  if (hasSessionName(address) || ATTACHED.test(address)) return null;
  return address.replace(BARE, `/s/${name}/ws$1`);
}

/**
 * Whether a socket's address names its session.
 *
 * ```ts
 * hasSessionName("ws://host.example/ws") // false
 * ```
 */
export function hasSessionName(address: string): boolean {
  return NAMED.test(address);
}
