/** The repair: to whom the page shows it, and after what. */
import { describe, expect, test } from "vitest";
import { MIN_STEPS_FOR_REFERENCE } from "../../src/protocol/protocol.ts";
import { type House, openHouse } from "./harness.ts";
import { tasksOf } from "./one-task.ts";

describe("the repair", () => {
  interface Play {
    readonly steps?: number;
    /** Sent with everything, beside the cookie. */
    readonly headers?: Readonly<Record<string, string>>;
  }

  /** Plays as the page does: takes a ticket and its cookie, `steps` steps, then hands in. */
  async function playOnPage(house: House, { steps = MIN_STEPS_FOR_REFERENCE, headers = {} }: Play = {}) {
    const asPage = { body: {}, headers: { origin: house.url, ...headers } };
    const { body, headers: answered } = await house.request("POST", "/api/play", asPage);
    const ticket = String(Reflect.get(Object(body), "ticket"));
    const cookie = answered.get("set-cookie") ?? "";
    const sent = { cookie: cookie.split(";")[0] ?? "", ...headers };
    const reference = (other: Readonly<Record<string, string>> = sent) =>
      house.request("GET", `/api/play/${ticket}/reference`, { headers: other });
    const player = await house.connect(`/ws?play=${ticket}`);
    await player.reset({ seed: 7 });
    for (let step = 1; step < steps; step += 1) await player.step("VIEW_CODE");
    const early = await reference();
    expect(JSON.stringify(early)).not.toContain("THE REPAIR");
    const solve = () => player.step("SOLVE");
    return { ticket, cookie, sent, reference, handIn: () => player.step("SUBMIT"), solve };
  }

  const SHOWN = { status: 200, body: { task_name: "fake_task", solution: "THE REPAIR" } };

  test("is shown after the end of an episode of ten steps that was begun on the page", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const { reference, handIn } = await playOnPage(house);
    expect(await reference()).toMatchObject({ status: 409, body: { detail: expect.stringContaining("not over") } });
    await handIn();
    expect(await reference()).toMatchObject(SHOWN);
  });

  test("is not shown to who only hands in, nor one step too early", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    for (const steps of [1, MIN_STEPS_FOR_REFERENCE - 1]) {
      const { reference, handIn } = await playOnPage(house, { steps });
      await handIn();
      expect(await reference()).toMatchObject({ status: 409, body: { detail: expect.stringContaining("ten steps") } });
    }
  });

  test("is shown to who has solved the task, in however few steps", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const { reference, solve } = await playOnPage(house, { steps: 2 });
    await solve();
    expect(await reference()).toMatchObject(SHOWN);
  });

  test("is shown to the browser alone that was given the ticket", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const { reference, handIn, sent, cookie } = await playOnPage(house);
    const other = await playOnPage(house);
    await handIn();
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    const [name = "", value = ""] = sent.cookie.split("=");
    const [browser = ""] = value.split(".");
    for (const forged of [
      {},
      { origin: house.url },
      { cookie: "" },
      other.sent,
      { cookie: `${name}=${browser}` },
      { cookie: `${name}=${browser}.${"A".repeat(43)}` },
      { cookie: `${name}=${value}x; other=${value}` },
      { cookie: `${name}=${other.sent.cookie.split("=")[1]?.replace(/^[^.]*/, browser)}` },
    ]) {
      const answer = await reference(forged);
      expect([answer.status, JSON.stringify(answer.body).includes("THE REPAIR")]).toEqual([403, false]);
    }
    expect(await reference({ cookie: `theme=dark; ${sent.cookie}; more=1` })).toMatchObject(SHOWN);
  });

  test("knows a browser again, and makes its cookie secure where a proxy speaks TLS", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    const { sent } = await playOnPage(house);
    const again = { body: {}, headers: { origin: house.url, cookie: sent.cookie } };
    expect((await house.request("POST", "/api/play", again)).headers.get("set-cookie")).toBeNull();
    const secure = { origin: house.url.replace("http", "https"), "x-forwarded-proto": "https" };
    const { headers } = await house.request("POST", "/api/play", { body: {}, headers: secure });
    expect(headers.get("set-cookie")).toMatch(/; SameSite=Strict; Secure$/);
  });

  test.each(["x-forwarded-for", "forwarded", "x-real-ip", "via"])(
    "is not shown through a proxy, which adds %s, unless the operator says so",
    async (header) => {
      for (const SHOW_SOLUTIONS of ["", "true"]) {
        const house = await openHouse({ pageTasks: tasksOf("train"), settings: { SHOW_SOLUTIONS } });
        const { reference, handIn, sent } = await playOnPage(house, { headers: { [header]: "127.0.0.1" } });
        await handIn();
        const answer = await reference();
        const { body } = await house.request("GET", "/api/tasks", { headers: sent });
        expect(body).toMatchObject({ solutions: SHOW_SOLUTIONS === "true" });
        expect(answer).toMatchObject(SHOW_SOLUTIONS === "true" ? SHOWN : { status: 403 });
      }
    },
  );

  test("is shown for the train split only, and not where SHOW_SOLUTIONS is false", async () => {
    for (const [split, SHOW_SOLUTIONS] of [
      ["test", "true"],
      ["validation", "true"],
      ["train", "false"],
    ] as const) {
      const house = await openHouse({ pageTasks: tasksOf(split), settings: { SHOW_SOLUTIONS } });
      const { reference, handIn } = await playOnPage(house);
      await handIn();
      const answer = await reference();
      expect(answer.status).not.toBe(200);
      expect(JSON.stringify(answer.body)).not.toContain("THE REPAIR");
    }
  });

  test("is for nobody who does not come from the page", async () => {
    const house = await openHouse({ pageTasks: tasksOf("train") });
    expect(await house.request("POST", "/api/play")).toMatchObject({ status: 403 });
    const from = (origin: string) => house.request("POST", "/api/play", { body: {}, headers: { origin } });
    expect(await from("https://evil.example")).toMatchObject({ status: 403 });
    expect(await from("http://localhost")).toMatchObject({ status: 403 });
    expect(await house.request("GET", "/api/play/made-up/reference")).toMatchObject({ status: 404 });
  });
});
