/** What the page's long things cost: an episode of 500 steps to open and to move through, a list of 50,000 to sort, narrow and scroll. */
import { median, quantile } from "./lib/statistics.mjs";

const STEPS = 500;
const EPISODES = 50_000;
/** The page draws on only while it reads a file so long. */
const PATIENCE_MS = 120_000;

/** @param record of an episode, whose steps are played over and over in the file that is dropped */
export async function longEpisode(report, { browser, url, record, rounds }) {
  const steps = Array.from({ length: STEPS }, (_, at) => record.steps[at % record.steps.length]);
  const tab = await openFile(browser, url, [JSON.stringify({ ...record, steps })]);
  await tab.locator(".episodes .row a").waitFor();
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await tab.evaluate(openFirst));
    await tab.goBack();
    await tab.locator(".episodes .row a").waitFor();
  }
  const name = `An episode of ${STEPS} steps, from the click to the frame that shows it, median`;
  report.figure(name, median(times), { unit: "ms", target: "300" });
  await tab.close();
}

export async function manyEpisodes(report, { browser, url, record }) {
  const [step] = record.steps;
  const seen = { ...record.initial_observation, code_dict: {}, metadata: step.observation.metadata };
  const brief = { ...record, initial_observation: seen, messages: [], steps: [] };
  const lines = Array.from({ length: EPISODES }, (_, at) =>
    JSON.stringify({ ...brief, key: `k${at}`, seed: at, agent: `agent ${at % 7}`, return: Math.sin(at) }),
  );
  const tab = await openFile(browser, url, lines);
  await tab.getByText(/^50,000 episodes$/).waitFor({ timeout: PATIENCE_MS });
  const sorts = [];
  for (const column of ["return", "agent", "seed", "return", "agent", "seed"]) {
    sorts.push(await tab.evaluate(press, `th[data-column="${column}"] button`));
  }
  const typed = [];
  for (const words of ["a", "ag", "agent", "agent 3", "agent", ""]) typed.push(await tab.evaluate(type, words));
  const scrolls = await tab.evaluate(scroll);
  report.figure("50,000 episodes: sorted by a column, median", median(sorts), { unit: "ms" });
  report.figure("50,000 episodes: narrowed by a letter, median", median(typed), { unit: "ms" });
  report.figure("50,000 episodes: from frame to frame while scrolled by three rows, median", median(scrolls), {
    unit: "ms",
    target: "16.7",
  });
  report.figure("the same, 95th of 100", quantile(scrolls, 0.95), { unit: "ms" });
  await tab.close();
}

async function openFile(browser, url, lines) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await tab.goto(`${url}#/replay`);
  const file = { name: "episodes.jsonl", mimeType: "application/json", buffer: Buffer.from(lines.join("\n")) };
  await tab.locator('input[type="file"]').setInputFiles(file);
  return tab;
}

/** Runs in the page, as do those below. */
async function openFirst() {
  const began = performance.now();
  document.querySelector(".episodes .row a").click();
  while (document.querySelector(".deck") === null) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}

async function press(selector) {
  await new Promise(requestAnimationFrame);
  const began = performance.now();
  document.querySelector(selector).click();
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}

async function type(words) {
  await new Promise(requestAnimationFrame);
  const began = performance.now();
  const field = document.querySelector('main input[type="search"]');
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}

async function scroll() {
  const list = document.querySelector(".list");
  const intervals = [];
  let frame = await new Promise(requestAnimationFrame);
  for (let at = 0; at < 300; at += 1) {
    list.scrollTop += 96;
    const next = await new Promise(requestAnimationFrame);
    intervals.push(next - frame);
    frame = next;
  }
  return intervals;
}
