/** A person's hand: types into the editor and waits for answers, by keyboard alone. */
import type { Page } from "playwright-core";

/** Begins an episode by following its link, and waits until the first step can be taken. */
export async function openTask(
  page: Page,
  url: string,
  { task, seed }: { readonly task: string; readonly seed: number },
): Promise<void> {
  await page.goto(`${url}#/play?task=${task}&seed=${seed}`);
  await page.locator('.actions[aria-busy="false"]').waitFor();
}

/** Replaces one whole line in the editor, which is left by Escape. */
export async function rewriteLine(page: Page, line: number, text: string): Promise<void> {
  await page.keyboard.press("e");
  await page.keyboard.press("Control+Home");
  for (let at = 1; at < line; at += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.insertText(text);
}

/** Waits for the row of the reward table that so many steps have. */
export async function steps(page: Page, count: number): Promise<void> {
  await page
    .locator(".rewards-panel tbody tr")
    .nth(count - 1)
    .waitFor();
  await page.locator('.actions[aria-busy="false"], .outcome').first().waitFor();
}

/** Looks at the code until so many steps are taken. */
export async function viewUntil(page: Page, count: number): Promise<void> {
  const taken = await page.locator(".rewards-panel tbody tr").count();
  for (let step = taken + 1; step <= count; step += 1) {
    await page.keyboard.press("v");
    await steps(page, step);
  }
}
