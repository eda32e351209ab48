/** `GET /openapi.json` describes the HTTP interface, and `/docs` shows it; both come from the routes' schemas. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyReply, FastifyRequest } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { packageRoot } from "../../ground/package-root.ts";
import { ENVIRONMENT_CARD } from "../about.ts";
import type { App } from "./app.ts";

const TAGS = [
  { name: "Environment Control", description: "Begin an episode and take its steps" },
  { name: "State Management", description: "Look at an episode from outside" },
  { name: "Task API", description: "Which tasks there are" },
  { name: "MCP", description: "The actions as tools" },
  { name: "Kept episodes", description: "What was played here, for readers" },
  { name: "Web Interface", description: "One episode that all share who may watch (WATCH)" },
  { name: "Environment Info", description: "What environment this is" },
  { name: "Schema", description: "JSON Schemas of actions, observations and state" },
  { name: "Health", description: "Is it up, and how is it doing?" },
];

/** What the page of `/docs` is made of, where building has copied it. */
const DOCS_ASSETS = "dist/command/docs";

/** To be awaited before the routes are added. Everything `/docs` loads comes from this server. */
export async function addOpenApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "TraceFix-RL HTTP API",
        description: ENVIRONMENT_CARD.description,
        version: ENVIRONMENT_CARD.version ?? "1.0.0",
      },
      tags: TAGS,
    },
    transform: jsonSchemaTransform,
  });
  await app.register(async (docs) => {
    docs.addHook("onRequest", leadIntoFolder);
    const assets = join(packageRoot(), DOCS_ASSETS);
    await docs.register(swaggerUi, {
      routePrefix: "/docs",
      baseDir: assets,
      logo: { type: "image/svg+xml", content: await readFile(join(assets, "logo.svg")) },
      staticCSP: CONTENT_SECURITY_POLICY,
      // Seen from `/docs/json`, so that what is tried out there goes to this server, whatever prefix a proxy puts before it.
      transformSpecification: (specification) => ({ ...specification, servers: [{ url: ".." }] }),
      transformSpecificationClone: false,
    });
  });
  let text: string | undefined;
  app.get("/openapi.json", { schema: { hide: true } }, (_request, reply) => {
    // Fifty kilobytes that never change: writing them out for each who asks would keep everybody else waiting.
    text ??= JSON.stringify(app.swagger());
    return reply.type("application/json; charset=utf-8").send(text);
  });
}

/**
 * The page's links are relative to `/docs/`. Without the last slash they would lead elsewhere, and an absolute address would
 * miss the prefix that a proxy may have taken away.
 */
async function leadIntoFolder({ url }: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const [path = "", query = ""] = url.split(/(?=\?)/);
  if (path === "/docs") return reply.redirect(`docs/${query}`);
  return path === "/docs/static/index.html" ? reply.redirect(`../${query}`) : undefined;
}

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; base-uri 'none'; form-action 'none'";
