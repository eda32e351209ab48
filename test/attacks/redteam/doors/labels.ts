/** Other people's HTTP episodes, of which a stranger knows the label. */
import { randomUUID } from "node:crypto";
import { SUM } from "../../attack.ts";
import { type Check, type CheckGroup, firstHarm, harm, type Target } from "../check.ts";
import { ask, type Question } from "./ask.ts";

const SUBMIT = { action_type: "SUBMIT" };

interface Victim {
  readonly label: string;
  readonly secret: string;
  /** Ends the episode, and tells whether it still was where its owner had left it. */
  end(): Promise<string | null>;
}

async function victim(target: Target): Promise<Victim> {
  const [label, secret] = [`victim-${randomUUID()}`, randomUUID()];
  const headers = { "x-tracefix-session": secret };
  const step = (action: object) => ask(target, "POST /step", { headers, body: { action, episode_id: label } });
  const { status } = await ask(target, "POST /reset", {
    headers,
    body: { task_name: SUM, seed: 7, episode_id: label },
  });
  if (status !== 200) throw new Error(`an episode of our own does not begin: /reset answers ${status}`);
  return {
    label,
    secret,
    end: async () => {
      const { text } = await step({ action_type: "VIEW_CODE" });
      await step(SUBMIT);
      return /"step_count":1\b/.test(text) ? null : "the owner's episode is not where he left it";
    },
  };
}

const WITHOUT: Question["headers"] = {};
const STRANGERS: readonly (readonly [string, (secret: string) => Question["headers"]])[] = [
  ["without a secret", () => WITHOUT],
  ["with nearly the secret", (secret) => ({ "x-tracefix-session": secret.slice(0, -1) })],
  ["with the secret in capitals", (secret) => ({ "x-tracefix-session": secret.toUpperCase() })],
  ["with the secret given twice", (secret) => ({ "x-tracefix-session": `${secret}, ${secret}` })],
  ["with a very long secret", () => ({ "x-tracefix-session": "x".repeat(8000) })],
];

const ATTEMPTS: readonly (readonly [string, string, (label: string) => unknown])[] = [
  ["steps", "POST /step", (label) => ({ action: { action_type: "RUN_TESTS" }, episode_id: label })],
  ["ends", "POST /step", (label) => ({ action: SUBMIT, episode_id: label })],
  ["begins again", "POST /reset", (label) => ({ task_name: SUM, seed: 7, episode_id: label })],
  ["sees", "GET /state", () => undefined],
];

const checks: readonly Check[] = STRANGERS.flatMap(([how, headersFor]) =>
  ATTEMPTS.map(([what, door, bodyFor]) => ({
    name: `a stranger ${what} an owned episode by its label, ${how}`,
    try: async (target: Target) => {
      const { label, secret, end } = await victim(target);
      const headers = headersFor(secret) ?? {};
      const path = door === "GET /state" ? `${door}?episode_id=${label}` : door;
      const { status } = await ask(target, path, { headers, body: bodyFor(label) });
      return firstHarm([status < 400 ? `${door} answers ${status}` : null, await end()]);
    },
  })),
);

/** An episode without an owner may be played by who knows its label, as before; but not begun again over its player's head. */
const unowned: Check = {
  name: "a stranger's reset ends a live episode without an owner",
  try: async (target) => {
    const episode_id = `unowned-${randomUUID()}`;
    const reset = { task_name: SUM, seed: 7, episode_id };
    await ask(target, "POST /reset", { body: reset });
    const { status } = await ask(target, "POST /reset", { body: reset });
    await ask(target, "POST /step", { body: { action: SUBMIT, episode_id } });
    return status < 400 ? harm(`the second /reset answers ${status}`) : firstHarm([]);
  },
};

export const LABELS: CheckGroup = { title: "other people's HTTP episodes", checks: [...checks, unowned] };
