/** Keeps tokens out of all that is written or shown. */

/** A shorter one is a placeholder such as `none`, which may stand in any text. */
const MIN_SECRET_LENGTH = 8;

/** @returns a function that puts `[secret]` in the place of each secret, in plain text and in JSON alike */
export function redactorOf(secrets: readonly (string | undefined)[]): (text: string) => string {
  const known = secrets.flatMap((secret) => {
    if (secret === undefined || secret.length < MIN_SECRET_LENGTH) return [];
    return [...new Set([secret, JSON.stringify(secret).slice(1, -1)])];
  });
  return (text) => known.reduce((safe, secret) => safe.replaceAll(secret, "[secret]"), text);
}

/** An address without a user's name, password and query, where services put keys. */
export function publicAddress(address: string): string {
  const url = new URL(address);
  return `${url.protocol}//${url.host}${url.pathname}`;
}
