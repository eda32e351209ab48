/** `/web/`: the page, served from the build in `dist/web`. */
import { existsSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { packageRoot } from "../../ground/package-root.ts";
import type { App } from "./app.ts";

/** The page loads nothing from elsewhere and takes nothing as HTML. Hugging Face shows it in a frame. */
const HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self' https://huggingface.co https://*.hf.space",
    "require-trusted-types-for 'script'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

export async function addWeb(app: App): Promise<void> {
  const schema = { hide: true };
  for (const path of ["/", "/web"]) {
    app.get(path, { schema }, ({ headers }, reply) => reply.redirect(`${prefixOf(headers)}/web/`, 307));
  }
  const root = join(packageRoot(), "dist", "web");
  if (!existsSync(join(root, "index.html"))) {
    const detail = "The page is not built. Run `npm run build` in the checkout, then start the server again.";
    app.get("/web/", { schema }, (_request, reply) => reply.code(503).send({ detail }));
    return;
  }
  await app.register(fastifyStatic, {
    root,
    prefix: "/web/",
    schemaHide: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.headers(HEADERS);
      // What is below `assets` is named by its content.
      reply.header("cache-control", path.includes("assets") ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}

/** What a proxy in front has cut off the path, where it says so. */
function prefixOf(headers: IncomingHttpHeaders): string {
  const prefix = headers["x-forwarded-prefix"];
  return typeof prefix === "string" && /^(\/[\w.~-]+)+$/.test(prefix) ? prefix : "";
}
