/** Requests in forms that two readers may read differently, as bytes: what one of them lets through must not come in. */
import { connect as connectPlain } from "node:net";
import { connect as connectSecure } from "node:tls";
import { type Check, type CheckGroup, HARMLESS, harm, type Target } from "../check.ts";

const LIMIT_MS = 30_000;

/** Sends bytes as they are, and whatever comes until the server closes or has been silent for long. */
function send({ http }: Target, make: (host: string, base: string) => readonly string[]): Promise<string> {
  const { protocol, hostname, host, port, pathname } = new URL(http);
  const isSecure = protocol === "https:";
  const plainName = hostname.replace(/^\[(.*)\]$/, "$1");
  const to = { host: plainName, port: Number(port) || (isSecure ? 443 : 80) };
  return new Promise((resolve) => {
    const socket = isSecure ? connectSecure({ ...to, servername: hostname }) : connectPlain(to);
    let answer = "";
    socket.on("data", (data) => {
      answer += String(data);
    });
    socket.on("error", () => undefined).on("close", () => resolve(answer));
    socket.setTimeout(LIMIT_MS, () => socket.destroy());
    socket.write(make(host, pathname.replace(/\/$/, "")).join("\r\n"));
  });
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.\d (\d+)/.exec(answer)?.[1] ?? 0);
const END = ["Connection: close", "", ""];

/** Anything but a refusal, or a connection that is closed without a word, is harm. */
function refused(name: string, make: (host: string, base: string) => readonly string[]): Check {
  return {
    name: `${name} is served`,
    try: async (target) => {
      const status = statusOf(await send(target, make));
      return status !== 0 && status < 400 ? harm(`it is answered with ${status}`) : HARMLESS;
    },
  };
}

const SECOND = "GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/** A second request hides in what may be the first one's body. */
function smuggled(name: string, lines: readonly string[], body: string): Check {
  return {
    name: `a request is smuggled in ${name}`,
    try: async (target) => {
      const answer = await send(target, (host, base) => [
        `POST ${base}/reset HTTP/1.1`,
        `Host: ${host}`,
        ...lines,
        "",
        body,
      ]);
      return /tracefix_sessions_active/.test(answer) ? harm("the second request is answered") : HARMLESS;
    },
  };
}

const STRANGER = "Origin: https://evil.example";

const checks: readonly Check[] = [
  refused("a request with two hosts", (host, base) => [
    `GET ${base}/state HTTP/1.1`,
    `Host: ${host}`,
    "Host: evil.example",
    ...END,
  ]),
  refused("a request with another host in its first line", (host) => [
    "GET http://evil.example/state HTTP/1.1",
    `Host: ${host}`,
    ...END,
  ]),
  refused("a stranger's page over HTTP/1.0 without a host", (_, base) => [
    `GET ${base}/state HTTP/1.0`,
    STRANGER,
    ...END,
  ]),
  refused("a stranger's page that wishes for HTTP/2", (host, base) => [
    `GET ${base}/state HTTP/1.1`,
    `Host: ${host}`,
    STRANGER,
    "Upgrade: h2c",
    "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
    "Connection: close, Upgrade, HTTP2-Settings",
    "",
    "",
  ]),
  smuggled("a body with two lengths", ["Content-Length: 4", "Transfer-Encoding: chunked"], `0\r\n\r\n${SECOND}`),
  smuggled("a body of two different lengths", ["Content-Length: 0", `Content-Length: ${SECOND.length}`], SECOND),
  smuggled("a body of an unknown coding", ["Transfer-Encoding: xchunked"], `0\r\n\r\n${SECOND}`),
  smuggled("a header that goes on in the next line", ["X-First: a", ` b\r\n\r\n${SECOND}`], ""),
];

export const FORMS: CheckGroup = { title: "requests that can be read in two ways", checks };
