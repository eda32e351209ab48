/** The views that are pictured: how each is gone to, and what must be there before the picture is taken. */

const EPISODE = "merge_intervals_strict_overlap";

export const VIEWS = {
  async home(page, { url }) {
    await page.goto(`${url}#/home`);
    const slider = page.getByRole("slider", { name: "Step" });
    await slider.fill("5");
    await slider.blur();
    await page.locator(".home-episode tr.added").first().waitFor();
    const figures = page.locator(".home-figures");
    // All tasks are known some time after the server has started.
    await figures.getByText(/^\d\d,\d\d\d$/).waitFor();
    await figures.getByText("live now").waitFor();
    await figures.getByText("best pass@1").waitFor();
  },

  /** Tests that fail, and the repair as it is typed. */
  async play(page, { url }) {
    await page.goto(`${url}#/play?task=lru_cache_no_promotion&seed=7`);
    await page.locator('.actions[aria-busy="false"]').waitFor();
    await page.keyboard.press("r");
    await page.locator(".rewards-panel tbody tr").first().waitFor();
    await page.locator('.actions[aria-busy="false"]').waitFor();
    await page.keyboard.press("e");
    await page.keyboard.press("Control+Home");
    for (let line = 1; line < 11; line += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.insertText("\n        self.entries.move_to_end(key)");
    await page.locator(".preview").waitFor();
  },

  async replay(page, { url, runs }) {
    const line = lineOf(runs.search, EPISODE);
    await page.goto(`${url}#/replay?run=search&line=${line}&step=5`);
    await page.locator(".episode .tests").waitFor();
  },

  async compare(page, { url, runs }) {
    const [a, b] = ["oracle", "search"].map((run) => `run=${run}&line=${lineOf(runs[run], EPISODE)}`);
    await page.goto(`${url}#/compare?${new URLSearchParams({ a, b })}`);
    await page.locator(".parting").waitFor();
  },

  async tasks(page, { url }) {
    await page.goto(`${url}#/tasks`);
    await page.locator(".tasks-table .rate").first().waitFor();
  },

  async scores(page, { url }) {
    await page.goto(`${url}#/scores`);
    await page.locator(".scores tbody tr").first().waitFor();
  },
};

/** From 1, as addresses have it. */
function lineOf(records, task) {
  return records.findIndex(({ task_name }) => task_name === task) + 1;
}
