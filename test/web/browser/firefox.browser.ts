/** Each view once in Firefox: what it shows, what its keys do, and no complaint in the console. */
import { describe, expect, it, onTestFinished } from "vitest";
import { Player } from "../../support/player.ts";
import { startServer } from "../../support/server-process.ts";
import { Firefox } from "../support/firefox.ts";
import { recordedRuns } from "../support/runs.ts";

const { FIREFOX = "" } = process.env;

async function arrive() {
  const server = await startServer({ RUNS_DIR: await recordedRuns() });
  onTestFinished(() => server[Symbol.asyncDispose]());
  const firefox = await Firefox.open(FIREFOX);
  return { server, firefox, url: `http://127.0.0.1:${server.port}/web/` };
}

describe.skipIf(FIREFOX === "")("in Firefox", () => {
  it("an episode is played by keyboard alone, and looked at again", async () => {
    const { firefox, url } = await arrive();
    await firefox.goto(`${url}#/play?task=sum_even_wrong_condition&seed=7`);
    await firefox.see('.actions[aria-busy="false"]');
    await firefox.press("r");
    await firefox.see(".tally", "1 of 7 visible tests pass");
    await firefox.press("e");
    await firefox.press("Control+Home");
    for (let line = 1; line < 4; line += 1) await firefox.press("ArrowDown");
    await firefox.press("Home");
    await firefox.press("Shift+End");
    await firefox.type("if number % 2 == 0:");
    await firefox.see(".preview-head strong", "replace line 4");
    await firefox.press("Control+Shift+Enter");
    await firefox.see(".tally", "7 of 7 visible tests pass");
    await firefox.press("Escape");
    await firefox.press("Shift+S");
    await firefox.see(".outcome h2", "Solved");
    await firefox.goto(`${url}#/replay`);
    await firefox.see(".episodes .row", "sum even wrong condition");
    expect(await firefox.heard()).toEqual([]);
  });

  it("each view shows what it has to", async () => {
    const { server, firefox, url } = await arrive();
    await using agent = await Player.connect(server.port, { path: "/ws?agent=someone" });
    await agent.reset({ task_name: "sum_even_wrong_condition", seed: 7 });
    await agent.step({ action_type: "RUN_TESTS", thought: "What fails?" });
    const compared = new URLSearchParams({ a: "run=first&line=3", b: "run=second&line=3" });
    for (const [place, selector, text] of [
      ["#/home", ".home-tests", "visible tests pass"],
      ["#/home", ".home-figures", "best pass@1"],
      ["#/watch", ".episodes .row", "someone"],
      ["#/replay?run=first&line=3&step=1", ".episode .tests", ""],
      [`#/compare?${compared}`, "[role=status]", "the same actions"],
      ["#/tasks", ".tasks-table .row", "sum even wrong condition"],
      ["#/scores", "main", "second"],
    ] as const) {
      await firefox.goto(`${url}${place}`);
      await firefox.see(selector, text);
    }
    await firefox.goto(`${url}#/watch`);
    await firefox.see(".episodes .row a");
    await firefox.evaluate('document.querySelector(".episodes .row a").click()');
    await firefox.see(".episode .thought", "What fails?");
    expect(
      await firefox.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Geist Variable\"'))"),
    ).toBe(true);
    expect(await firefox.heard()).toEqual([]);
  });
});
