/** Strangers at the page's doors: forged origins, borrowed tickets, names that lead to this machine, prying watchers. */
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { SUM } from "./attack.ts";

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer({ WORKERS: "1" });
});
afterAll(() => server.stop());

const at = (path: string): string => `http://127.0.0.1:${server.port}${path}`;

async function get(path: string): Promise<string> {
  return (await fetch(at(path))).text();
}

describe("a name of a stranger's that leads to this machine", () => {
  const host = "evil.example";

  it.each(["/web/state", "/api/tasks", "/api/episodes/recent", "/state", "/metrics", "/web/"])(
    "shows his page nothing of %s",
    async (path) => {
      const asked = request(at(path), { headers: { host } }).end();
      const [answer]: IncomingMessage[] = await once(asked, "response");
      answer?.resume();
      expect(answer?.statusCode).toBe(403);
    },
  );

  it.each(["/ws", "/ws/ui", "/mcp"])("opens his page no socket at %s, whatever it says of itself", async (path) => {
    for (const headers of [{ host }, { host, origin: `http://${host}` }, { host, origin: "http://localhost" }]) {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
      const [error] = await once(socket, "error");
      expect(String(error)).toContain("403");
    }
  });
});

describe("the page's repair", () => {
  const REPAIRED = "        if number % 2 == 0:";
  const page = () => ({ origin: `http://127.0.0.1:${server.port}`, "content-type": "application/json" });

  /** Takes a ticket with these headers. @returns the ticket, and the cookie that goes with it */
  async function ticketBy(headers: Readonly<Record<string, string>>) {
    const answer = await fetch(at("/api/play"), { method: "POST", headers, body: "{}" });
    const { ticket }: { ticket?: string } = JSON.parse(await answer.text());
    const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    return { status: answer.status, ticket, cookie };
  }

  /** Plays so many steps on the ticket, the last of which gives up. */
  async function giveUp(ticket: string | undefined, steps: number, task_name = SUM): Promise<void> {
    await using player = await Player.connect(server.port, { path: `/ws?play=${ticket}` });
    await player.reset({ task_name, seed: 7 });
    for (let step = 1; step < steps; step += 1) await player.step({ action_type: "VIEW_CODE" });
    await player.step({ action_type: "SUBMIT" });
  }

  const referenceBy = async (ticket: string | undefined, headers: Readonly<Record<string, string>>) =>
    (await fetch(at(`/api/play/${ticket}/reference`), { headers })).text();

  it.each([
    ["no origin", {}],
    ["another program's page of this machine", { origin: "http://localhost" }],
    ["a stranger's page", { origin: "https://evil.example" }],
    ["a page without an origin", { origin: "null" }],
  ])("gives no ticket to %s", async (_, origin) => {
    expect(await ticketBy({ "content-type": "application/json", ...origin })).toMatchObject({ cookie: "" });
    expect((await ticketBy({ "content-type": "application/json", ...origin })).ticket).toBeUndefined();
  });

  it("is not had by a ticket that a program took and gave up with at once", async () => {
    const { ticket, cookie } = await ticketBy(page());
    await giveUp(ticket, 1);
    const seen = await referenceBy(ticket, { ...page(), cookie });
    expect(seen).toContain("ten steps");
    expect(seen).not.toContain(REPAIRED);
  });

  it("is not had by another's ticket without the cookie that went with it, nor with one of one's own", async () => {
    const victim = await ticketBy(page());
    const thief = await ticketBy(page());
    await giveUp(victim.ticket, 10);
    for (const headers of [page(), { ...page(), cookie: thief.cookie }, { cookie: "tracefix_page=1" }]) {
      expect(await referenceBy(victim.ticket, headers)).not.toContain(REPAIRED);
    }
    expect(await referenceBy(victim.ticket, { cookie: victim.cookie })).toContain(REPAIRED);
  });

  it("is not had from another machine, nor for a task that is not of the train split", async () => {
    const { ticket, cookie } = await ticketBy(page());
    await giveUp(ticket, 10);
    for (const header of ["x-forwarded-for", "forwarded", "x-real-ip"]) {
      expect(await referenceBy(ticket, { cookie, [header]: "203.0.113.9" })).not.toContain(REPAIRED);
    }
    const { tasks }: { tasks: { task_name: string; split: string }[] } = JSON.parse(await get("/api/tasks"));
    for (const split of ["validation", "test"]) {
      await giveUp(ticket, 10, tasks.find((task) => task.split === split)?.task_name);
      const seen = await referenceBy(ticket, { cookie });
      expect(seen).toContain("only the train split");
      expect(seen).not.toContain("solution");
    }
  });
});

describe("a sibling's repair", () => {
  it("is not seen by who watches through a proxy, nor is its task told while it lives", async () => {
    await using sibling = await Player.connect(server.port);
    await sibling.reset({ task_name: SUM, seed: 7, episode_id: "sibling" });
    await sibling.step({ action_type: "REPLACE_LINES", start_line: 4, end_line: 4, new_code_block: "    # SIBLING" });
    const far = { headers: { "x-forwarded-for": "203.0.113.9" } };
    for (const path of ["/api/episodes/live", "/api/episodes/recent"]) {
      const answer = await fetch(at(path), far);
      expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining("sibling")]);
    }
    const stop = new AbortController();
    const { body } = await fetch(at("/api/episodes/live"), { signal: stop.signal });
    let id: string | undefined;
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      id = /"id":"([^"]+)","episode_id":"sibling"/.exec(chunk)?.[1];
      if (id !== undefined) break;
    }
    stop.abort();
    const record = await get(`/api/episodes/${id}`);
    expect(record).toContain("SIBLING");
    expect(record).not.toContain(SUM);
    expect((await fetch(at(`/api/episodes/${id}`), far)).status).toBe(403);
  });
});
