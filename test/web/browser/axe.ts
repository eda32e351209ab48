/** What axe-core finds wrong with a page. */
import axe from "axe-core";
import type { Page } from "playwright-core";

/** @returns a line for each rule that the page breaks */
export async function violations(page: Page): Promise<readonly string[]> {
  // Half-way between two colours there may be too little contrast.
  await page.evaluate(() => {
    const fades = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    return Promise.allSettled(fades.map(({ finished }) => finished));
  });
  // The page's policy lets no stranger's script in, and this one comes through the browser's own door.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const checker: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } = Reflect.get(
      window,
      "axe",
    );
    const { violations } = await checker.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
}
