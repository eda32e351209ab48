/** The episode that is being played on the page: one at a time, and it goes on while the reader looks at other pages. */
import { computed, signal } from "@preact/signals";
import {
  MIN_STEPS_FOR_REFERENCE,
  playTicketSchema,
  type Reference,
  referenceSchema,
} from "../../../src/protocol/page.ts";
import type { ResetRequest } from "../../../src/protocol/reset.ts";
import { fetchJson, POST_NOTHING, serverUrl } from "../api.ts";
import { editBetween } from "../logic/line-edit.ts";
import { type FixedReset, Player, type PlayState, type SocketLike, type World } from "../logic/player.ts";
import { codeAt, endOf, refusalIn } from "../logic/trace.ts";
import { sameTexts } from "../parts/steady.ts";
import { askTasks } from "../parts/use-tasks.ts";
import { LOADING, type Loaded, loadInto } from "../store.ts";
import { BUTTONS } from "./buttons.ts";

let player: Player | null = null;
/** To be done when the step under way has been answered well. */
let afterwards: string | null = null;
/** What stood in the editor when the edit under way was sent. */
let sent: readonly string[] | null = null;

export const game = signal<PlayState | null>(null);
export const wish = signal<FixedReset | null>(null);
/** What stands in the editor; null where it is the file itself. */
export const draft = signal<readonly string[] | null>(null);
/** Counts whenever what was typed is given up. */
export const drafts = signal(0);
/** Why the server did not take the edit that still stands in the editor. */
export const refusal = signal<string | null>(null);
/** The repair, after the end. */
export const reference = signal<Loaded<Reference> | null>(null);

/** The file as the server has it. */
export const file = computed<readonly string[]>(() => {
  const trace = game.value?.trace;
  return trace ? codeAt(trace, trace.steps.length) : [];
});
export const edit = computed(() => (draft.value === null ? null : editBetween(file.value, draft.value)));

const world: World = {
  connect: async () => {
    const { ticket } = await fetchJson("api/play", playTicketSchema, POST_NOTHING);
    const url = serverUrl("ws");
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    url.search = new URLSearchParams({ agent: "a person", play: ticket }).toString();
    return { socket: openSocket(url), ticket };
  },
  later: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A browser's socket, told of by plain calls. */
function openSocket(url: URL): SocketLike {
  const socket = new WebSocket(url);
  const like: SocketLike = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
  socket.addEventListener("open", () => like.onopen?.());
  socket.addEventListener("message", ({ data }) => like.onmessage?.({ data }));
  socket.addEventListener("close", () => like.onclose?.());
  return like;
}

/** Ends the episode before and begins another; what is left out is drawn here, so that it can be played again. */
export function begin(request: ResetRequest): void {
  leave();
  const seed = request.seed ?? Math.floor(Math.random() * 2 ** 31);
  const fixed = { ...request, seed, episode_id: `page-${seed}-${Date.now().toString(36)}` };
  wish.value = fixed;
  player = new Player(fixed, world, follow);
}

export function leave(): void {
  player?.close();
  player = null;
  afterwards = null;
  sent = null;
  game.value = null;
  wish.value = null;
  draft.value = null;
  refusal.value = null;
  reference.value = null;
}

export function retryConnection(): void {
  player?.retry();
}

export function type(lines: readonly string[]): void {
  draft.value = lines;
  refusal.value = null;
}

export function discardEdit(): void {
  draft.value = null;
  drafts.value += 1;
  refusal.value = null;
}

export function applyEdit(): void {
  if (edit.value === null || !isFree()) return;
  sent = draft.value;
  player?.act({ action_type: "REPLACE_LINES", ...edit.value });
}

/** Whether a step can be taken now; what is pressed at another time is not kept for later. */
function isFree(): boolean {
  const { value } = game;
  return value !== null && value.link === "open" && !value.busy && !value.done;
}

/** What was typed is applied first; if the server refuses it, the action is not taken. */
export function takeAction(action_type: string): void {
  if (!isFree()) return;
  if (edit.value && BUTTONS.some(({ action, withEdit }) => action === action_type && withEdit !== undefined)) {
    afterwards = action_type;
    return applyEdit();
  }
  player?.act({ action_type });
}

function follow(state: PlayState): void {
  const steps = game.value?.trace?.steps.length ?? 0;
  const before = file.value;
  game.value = state;
  const now = state.trace?.steps.length ?? 0;
  if (now <= steps) {
    if (state.problem !== null) forgetWhatFollows();
    return;
  }
  const isChanged = !sameTexts(before, file.value);
  if (isChanged && !isTypedOn()) discardEdit();
  const refused = state.trace && refusalIn(state.trace);
  refusal.value = sent === null ? null : refused;
  const next = afterwards;
  forgetWhatFollows();
  if (state.done) {
    // What does not load is not shown; the episode itself is over and told.
    askForReference(state).catch(() => undefined);
    return;
  }
  if (next !== null && refused === null) player?.act({ action_type: next });
}

/** What was typed while the edit was under way stands on the file that the edit made; all else stands on one that is gone. */
function isTypedOn(): boolean {
  if (sent === null || draft.value === null) return false;
  return sameTexts(sent, file.value) && !sameTexts(draft.value, file.value);
}

function forgetWhatFollows(): void {
  afterwards = null;
  sent = null;
}

/** Asks for nothing that the server would refuse: which tasks' repairs it shows, and to whom, it tells beforehand. */
async function askForReference({ ticket, trace }: PlayState): Promise<void> {
  const last = trace?.steps.at(-1);
  if (ticket === null || !trace || !last) return;
  const { info, step_count } = last.observation;
  const { tasks, solutions } = await askTasks({ task_name: info.task_name, limit: 1 });
  const isLeft = game.value?.ticket !== ticket;
  if (isLeft || !solutions || tasks[0]?.split !== "train") return;
  if (step_count < MIN_STEPS_FOR_REFERENCE && endOf(trace)?.solved !== true) {
    reference.value = { state: "failed", problem: TOO_SHORT };
    return;
  }
  reference.value = LOADING;
  loadInto(fetchJson(`api/play/${ticket}/reference`, referenceSchema), (loaded) => {
    reference.value = loaded;
  });
}

const TOO_SHORT = `The repair is shown to who solves the task, or tries for ${MIN_STEPS_FOR_REFERENCE} steps.`;
