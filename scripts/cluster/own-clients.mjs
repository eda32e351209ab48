/** Our own clients: each plays one episode after the other until the time is over. */
import { TraceFixClient } from "../../dist/client/tracefix-client.js";
import { EPISODES } from "./episodes.mjs";

/** What a whole episode is answered with, each answer as JSON. @param onStep told after each answer */
export async function playEpisode(address, episode, onStep = () => undefined) {
  const client = await TraceFixClient.connect(address, { maxDelayMs: 500 });
  try {
    const told = [JSON.stringify(await client.reset(episode.reset))];
    onStep();
    for (const action of episode.actions) {
      told.push(JSON.stringify(await client.step(action)));
      onStep();
    }
    return told;
  } finally {
    await client.close();
  }
}

/**
 * @param quiet of each episode what a quiet run was answered with
 * @param figures counts what is played: `steps`, `episodes`, and `faults` in words
 */
export async function playUntil(address, { place, quiet, isOver, figures }) {
  for (let round = place; !isOver(); round += 1) {
    const number = round % EPISODES.length;
    const onStep = () => {
      figures.steps += 1;
    };
    try {
      const told = await playEpisode(address, EPISODES[number], onStep);
      figures.episodes += 1;
      const first = told.findIndex((answer, at) => answer !== quiet[number][at]);
      if (first >= 0) figures.faults.push(`client ${place}: answer ${first} of episode ${number} is another one`);
    } catch (error) {
      figures.faults.push(`client ${place}: ${error.message}`);
    }
  }
}
