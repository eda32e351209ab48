/** `/web/`: a page that says what this is and how to try it. */
import { createHash } from "node:crypto";
import type { App } from "./app.ts";
import { PAGE, STYLE } from "./web-page.ts";

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
  app.get("/web/", { schema }, (_request, reply) => reply.headers(HEADERS).type("text/html; charset=utf-8").send(PAGE));
}
