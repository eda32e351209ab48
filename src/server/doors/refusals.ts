/** What is told to who may not come in: why, and what he or the operator can do. */
import type { IncomingHttpHeaders } from "node:http";
import { beginningOf } from "../../protocol/protocol.ts";
import { type HostName, readHost } from "./host-names.ts";

export interface Refusal {
  readonly status: 400 | 403 | 415 | 422;
  readonly detail: string;
}

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** A stranger's form can send any body but JSON without being asked whether it may. */
export function refuseBody(headers: IncomingHttpHeaders): Refusal | null {
  if (!JSON_TYPE.test(headers["content-type"] ?? "")) return NO_JSON;
  const isEmpty = headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0;
  return isEmpty ? NO_BODY : null;
}

const NO_JSON: Refusal = {
  status: 415,
  detail: 'Cannot take this body from a browser: send JSON, with "content-type: application/json"',
};
const NO_BODY: Refusal = {
  status: 422,
  detail: "Cannot take an empty body from a browser: send a JSON object, {} at least",
};
export const TWO_HOSTS: Refusal = {
  status: 400,
  detail: "Cannot tell which host is called: name one, in the Host header alone",
};
export const NOT_OF_THIS_SITE: Refusal = {
  status: 403,
  detail:
    "Cannot serve a page of another origin: connect without a browser, or from this server's own address. The operator " +
    "can name further pages in ALLOWED_ORIGINS",
};

export function wrongHost(host: string | undefined): Refusal {
  const detail =
    `Cannot serve the host ${quoted(host)}: it is not known to be this server's. Call it by its own address, or let the ` +
    "operator name this host in ALLOWED_HOSTS";
  return { status: 403, detail };
}

export function wrongOrigin({ origin }: IncomingHttpHeaders, host: HostName | null): Refusal {
  const from = URL.parse(origin ?? "");
  if (from === null || host === null || readHost(from.host)?.name !== host.name) return NOT_OF_THIS_SITE;
  const detail =
    `Cannot serve the page of the origin ${quoted(from.origin)}: it is not known to be this server's own. The operator can ` +
    "name its host in ALLOWED_HOSTS, or the page in ALLOWED_ORIGINS";
  return { status: 403, detail };
}

function quoted(text = "that is left out"): string {
  return JSON.stringify(beginningOf(text, 100));
}
