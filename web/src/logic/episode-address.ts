/** An episode by what the page's address says of it: of this server's memory, of a recorded run, or of a file that was dropped. */

export interface EpisodeAddress {
  readonly id?: string | undefined;
  readonly run?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: string | undefined;
}

/** As it stands within an address, and back. */
export function writeAddress(address: EpisodeAddress): string {
  const given = Object.entries(address).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
}

export function readAddress(text: string | undefined): EpisodeAddress {
  return Object.fromEntries(new URLSearchParams(text ?? ""));
}
