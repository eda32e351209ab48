/** What has no route: 405 where another method has one, else 404. */
import type { FastifyInstance } from "fastify";

/** To be called before the routes are added, since it learns of them as they are. */
export function answerUnknownRoutes(app: FastifyInstance): void {
  const routes: { readonly pattern: RegExp; readonly method: string }[] = [];
  app.addHook("onRoute", ({ url, method }) => {
    for (const each of [method].flat()) routes.push({ pattern: toPattern(url), method: each });
  });
  app.setNotFoundHandler((request, reply) => {
    const [path = "/"] = request.url.split("?");
    const allowed = new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
    // A route that leads to files may have none of this name.
    if (allowed.size === 0 || allowed.has(request.method)) return reply.code(404).send({ detail: "Not Found" });
    return reply
      .code(405)
      .header("allow", [...allowed].join(", "))
      .send({ detail: "Method Not Allowed" });
  });
}

/** `/:env/tasks` and `/static/*` as regular expressions. */
function toPattern(url: string): RegExp {
  const parts = url.split("/").map((part) => {
    if (part.startsWith(":")) return "[^/]+";
    return part === "*" ? ".*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}$`);
}
