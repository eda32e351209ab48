/** The page of a server that asks for a token. */
import { expect, it } from "vitest";
import { visit } from "../support/page.ts";

const TOKEN = "a-token-that-may-do-both";

it("asks for the token when it is refused, keeps it in the tab, and then lists tasks, watches and shows what is kept", async () => {
  const { page, url } = await visit({ settings: { TRACEFIX_TOKENS: `play+read:${TOKEN}` } });
  await page.getByRole("heading", { name: "A token is needed" }).waitFor();
  await page.getByRole("textbox", { name: "Token" }).fill(TOKEN);
  const status = (path: string) =>
    page.waitForResponse((answer) => answer.url().includes(path)).then((answer) => answer.status());
  const goOn = page.getByRole("button", { name: "Go on" });
  const [tasks] = await Promise.all([status("api/tasks"), goOn.click()]);
  expect(tasks).toBe(200);
  const [watched] = await Promise.all([status("api/episodes/live"), page.goto(`${url}#/watch`)]);
  expect(watched).toBe(200);
  const [kept] = await Promise.all([status("api/episodes"), page.goto(`${url}#/replay?kept=all`)]);
  expect(kept).toBe(200);
  expect(await page.getByRole("heading", { name: "A token is needed" }).isVisible()).toBe(false);
});
