/** `/web/`: a page that says what this is and how to try it. */
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { App } from "./app.ts";
import { type Origin, page, STYLE } from "./web-page.ts";

/** The page has no script and loads nothing. Hugging Face shows it in a frame. */
const HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self' https://huggingface.co https://*.hf.space",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

export function addWeb(app: App): void {
  const schema = { hide: true };
  for (const path of ["/", "/web"]) {
    app.get(path, { schema }, (_request, reply) => reply.redirect("/web/", 307));
  }
  app.get("/web/", { schema }, (request, reply) =>
    reply
      .headers(HEADERS)
      .type("text/html; charset=utf-8")
      .send(page(originOf(request.headers))),
  );
}

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-fA-F:]+\](:\d{1,5})?$/;

/** The reader's own address of this server, so that what the page says can be pasted; a proxy tells of its scheme. */
function originOf(headers: IncomingHttpHeaders): Origin {
  const { host = "", "x-forwarded-proto": scheme } = headers;
  const shown = HOST.test(host) ? host : "localhost:7860";
  return scheme === "https"
    ? { http: `https://${shown}`, socket: `wss://${shown}` }
    : { http: `http://${shown}`, socket: `ws://${shown}` };
}
