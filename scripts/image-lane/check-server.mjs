/** The image at work: as a user that nobody prepared it for, with a root that nobody can write to. */

import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../lib/paths.mjs";
import { Container } from "./container.mjs";

/** OpenEnv's validator gives a container so long. */
const START_MS = 30_000;
const OPENENV_URL = "http://127.0.0.1:8000";
const SPACE_URL = "http://127.0.0.1:7860";

export async function checkServer(image, { user, openenv, check }) {
  const as = (what) => `As user ${user}: ${what}`;
  const container = new Container(image, { user });
  const writing = await container.run(["sh", "-c", "touch /tmp/here && ! touch /app/here && ! touch /here"]);
  check(as("only /tmp can be written to"), writing.code === 0, writing.output);

  const running = container.start();
  try {
    const holds = async (what, command) => {
      const { code, output } = await running.beside(command);
      check(as(what), code === 0, output);
    };
    check(as("/health answers within 30 s"), await isHealthy(running), running.log);
    await holds("the health check passes", [
      "env",
      "PORT=7860",
      process.execPath,
      ...image.config.Healthcheck.Test.slice(2),
    ]);
    for (const url of [OPENENV_URL, SPACE_URL]) {
      const socket = `${url.replace("http", "ws")}/ws`;
      const player = join(ROOT, "scripts/image-lane/play-plan.mjs");
      await holds(`an episode is solved on ${socket}`, [process.execPath, player, socket]);
    }
    const redirect = `test "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' ${SPACE_URL}/)" = "307 ${SPACE_URL}/web/"`;
    await holds("/ leads to the page", ["sh", "-c", redirect]);
    await holds("the page is there", ["curl", "-sf", "-o", "/dev/null", `${SPACE_URL}/web/`]);
    await holds("openenv validate --url", [join(openenv, "openenv"), "validate", "--url", OPENENV_URL]);
    const grader = [join(openenv, "python"), join(ROOT, "scripts/image-lane/grade.py"), OPENENV_URL, ROOT];
    await holds("the validator's probe and graders", grader);
    await holds("pre-val.sh", ["bash", join(ROOT, "pre-val.sh"), OPENENV_URL]);
  } finally {
    const code = await running.stop(image.config.StopSignal);
    check(as(`${image.config.StopSignal} ends it with 0`), code === 0, `It ended with ${code}:\n${running.log}`);
  }
}

async function isHealthy(running) {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    const { code } = await running.beside(["curl", "-sf", `${OPENENV_URL}/health`]);
    if (code === 0) return true;
    await sleep(200);
  }
  return false;
}
