/** The page at /web/ in a real Chromium: how soon it is seen, how much it weighs, and what a scrubbed step costs. */
import { chromium } from "playwright-core";
import { ensureChromium } from "../scripts/lib/browsers.mjs";
import { Session } from "./clients/socket.mjs";
import { startServer } from "./lib/processes.mjs";
import { median, quantile } from "./lib/statistics.mjs";
import { longEpisode, manyEpisodes } from "./page-lists.mjs";

const FRAME_MS = 1000 / 60;
const STEPS = 50;

export async function page(report, { quick }) {
  const executablePath = await ensureChromium();
  if (executablePath === null) return report.skipped("The page", "there is no Chromium here");
  const server = await startServer({ WORKERS: "2" });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const url = `http://127.0.0.1:${server.port}/web/`;
    await firstView(report, { browser, url, rounds: quick ? 3 : 9 });
    const id = await playLong(server.port);
    await scrubbing(report, { browser, url: `${url}#/replay?id=${id}`, rounds: quick ? 2 : 5 });
    const record = await (await fetch(`http://127.0.0.1:${server.port}/api/episodes/${id}`)).json();
    await longEpisode(report, { browser, url, record, rounds: quick ? 3 : 9 });
    await manyEpisodes(report, { browser, url, record });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Each time in a context of its own, so that nothing is in a cache. */
async function firstView(report, { browser, url, rounds }) {
  const views = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext();
    const tab = await context.newPage();
    views.push(await viewOnce(tab, url));
    await context.close();
  }
  const figure = (name, key, options) => report.figure(name, median(views.map((view) => view[key])), options);
  figure("First view: on the way, compressed, without the font", "kilobytes", { unit: "kB", target: "200" });
  figure("First view: from navigation to the first paint of content, median", "painted", { unit: "ms" });
  figure("First view: from navigation to all of it, the recorded episode too, median", "ready", {
    unit: "ms",
    target: "1,000",
  });
}

async function viewOnce(tab, url) {
  let bytes = 0;
  const session = await tab.context().newCDPSession(tab);
  await session.send("Network.enable");
  const fonts = new Set();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Font") fonts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  // The first frame after the tests of the recorded episode stand in the document.
  await tab.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector(".home-tests") === null) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark("all is shown")));
    }).observe(document, { childList: true, subtree: true });
  });
  await tab.goto(url, { waitUntil: "networkidle" });
  const times = await tab.evaluate(() => ({
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    ready: performance.getEntriesByName("all is shown")[0]?.startTime,
  }));
  return { ...times, kilobytes: bytes / 1000 };
}

/** One step each frame, forth and back; what the browser's main thread did for it: script, style, layout and paint. */
async function scrubbing(report, { browser, url, rounds }) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await tab.goto(url);
  await tab.locator(".episode").waitFor();
  const session = await tab.context().newCDPSession(tab);
  // Of the thread's own time: what other programs took of the core is not the page's.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const costs = [];
  const frames = [];
  for (let round = 0; round <= rounds; round += 1) {
    const before = await metrics(session);
    const { steps, intervals } = await tab.evaluate(scrub);
    const after = await metrics(session);
    // The first round is for the browser to warm up.
    if (round === 0) continue;
    frames.push(...intervals);
    costs.push(
      Object.fromEntries(Object.keys(after).map((name) => [name, (1000 * (after[name] - before[name])) / steps])),
    );
  }
  const cost = (name) => median(costs.map((each) => each[name]));
  report.figure(`A step of ${STEPS}, scrubbed: all work of the main thread`, cost("TaskDuration"), {
    unit: "ms",
    target: FRAME_MS.toFixed(1),
  });
  report.figure("the same: script", cost("ScriptDuration"), { unit: "ms" });
  report.figure("the same: style", cost("RecalcStyleDuration"), { unit: "ms" });
  report.figure("the same: layout", cost("LayoutDuration"), { unit: "ms" });
  report.figure("From frame to frame while scrubbing, median", median(frames), { unit: "ms" });
  report.figure("the same, 95th of 100", quantile(frames, 0.95), { unit: "ms" });
  await tab.close();
}

async function metrics(session) {
  const { metrics: all } = await session.send("Performance.getMetrics");
  return Object.fromEntries(
    all.filter(({ name }) => name.endsWith("Duration")).map(({ name, value }) => [name, value]),
  );
}

/** Runs in the page. */
async function scrub() {
  const slider = document.querySelector('input[type="range"]');
  const last = Number(slider.max);
  const forth = Array.from({ length: last + 1 }, (_, step) => step);
  const path = [...forth, ...forth.toReversed()];
  const intervals = [];
  let frame = await new Promise(requestAnimationFrame);
  for (const step of path) {
    slider.value = String(step);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    const next = await new Promise(requestAnimationFrame);
    intervals.push(next - frame);
    frame = next;
  }
  return { steps: path.length, intervals };
}

/** Plays an episode as long as one may be: edits, runs that fail, runs that pass. @returns its id */
async function playLong(port) {
  const session = await Session.open(port);
  await session.reset(7, { task_name: "lru_cache_no_promotion" });
  for (let step = 0; step < STEPS; step += 1) await session.step(actionAt(step));
  const { episodes } = await (await fetch(`http://127.0.0.1:${port}/api/episodes/recent`)).json();
  session.close();
  return episodes[0].id;
}

function actionAt(step) {
  if (step % 2 === 1) return { action_type: "RUN_TESTS", thought: `What does the ${step}th step change?` };
  const line = step % 4 === 0 ? "            return -1" : "        self.entries.move_to_end(key)";
  return { action_type: "REPLACE_LINES", start_line: 11, end_line: 11, new_code_block: `${line}  # ${step}` };
}
