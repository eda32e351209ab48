/** Where the page shows what a command tells of. */
import { readSettings } from "../server/settings.ts";

/** The address on a server of this machine that has no settings. @param page with the name of what it is asked for, as `play?task` */
export function pageLink(page: string, value: string): string {
  return `http://localhost:${readSettings({}).PORT}/web/#/${page}=${encodeURIComponent(value)}`;
}
