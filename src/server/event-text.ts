/** Server-sent events as they go over the wire, to any client. */

export const EVENT_STREAM = "text/event-stream; charset=utf-8";
/** No event: it keeps clients and proxies from taking silence for an end. */
export const SIGN_OF_LIFE = ": still here\n\n";

/**
 * One event.
 * @param data of one line
 * @param id what a browser says it has seen last when it comes back
 */
export function eventOf(name: string, data: string, id?: number): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`;
}
