/** Which right each route asks for: what is not named plays, so that what is new is closed to who only reads. */
import type { AccessRight } from "../../protocol/protocol.ts";

/** Tell nothing of what is played, are needed before there is a token, or have one of their own. */
const OPEN: ReadonlySet<string> = new Set([
  "/",
  "/web",
  "/web/",
  "/web/*",
  "/web/metadata",
  "/health",
  "/healthz",
  "/ready",
  "/readyz",
  "/metadata",
  "/schema",
  "/openapi.json",
  "/operator/state",
]);
const DOCUMENTATION = /^\/docs(?:\/|$)/;

const READ: ReadonlySet<string> = new Set(["/metrics", "/web/state"]);
const READ_BELOW = /^\/api\/(?:episodes|runs)(?:\/|$)/;
/** Who acts on the screen that all share sees what others did. */
const SHARED: ReadonlySet<string> = new Set(["/web/reset", "/web/step"]);
/** The lists that every page begins with. */
const FOR_ANY_TOKEN: ReadonlySet<string> = new Set(["/api/tasks"]);

/** @param route as it was added, `/api/episodes/:id`; undefined where there is none @returns null where no token is needed */
export function rightsOfRoute(route: string | undefined): readonly AccessRight[] | null {
  if (route === undefined || OPEN.has(route) || DOCUMENTATION.test(route)) return null;
  if (READ.has(route) || READ_BELOW.test(route)) return ["read"];
  if (SHARED.has(route)) return ["play", "read"];
  return FOR_ANY_TOKEN.has(route) ? [] : ["play"];
}
