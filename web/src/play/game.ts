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
import { type FixedReset, PagePlayer, type PlayState, type SocketLike, type World } from "../logic/player.ts";
import { codeAt, refusalIn, traceEnding } from "../logic/trace.ts";
import { sameTexts } from "../parts/steady.ts";
import { askTasks } from "../parts/use-tasks.ts";
import { type Loaded, loadInto, STILL_LOADING } from "../store.ts";
import { ACTION_BUTTONS } from "./buttons.ts";

let player: PagePlayer | null = null;
/** To be done when the step under way has been answered well. */
let afterwards: string | null = null;
/** What stood in the editor when the edit under way was sent. */
let sent: readonly string[] | null = null;

export const playedState = signal<PlayState | null>(null);
export const wantedReset = signal<FixedReset | null>(null);
/** What stands in the editor; null where it is the file itself. */
export const draftLines = signal<readonly string[] | null>(null);
/** Counts whenever what was typed is given up. */
export const draftsGivenUp = signal(0);
/** Why the server did not take the edit that still stands in the editor. */
export const editRefusal = signal<string | null>(null);
/** The repair, after the end. */
export const shownReference = signal<Loaded<Reference> | null>(null);

/** The file as the server has it. */
export const currentFile = computed<readonly string[]>(() => {
  const trace = playedState.value?.trace;
  return trace ? codeAt(trace, trace.steps.length) : [];
});
export const pendingEdit = computed(() =>
  draftLines.value === null ? null : editBetween(currentFile.value, draftLines.value),
);

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
export function beginPlaying(request: ResetRequest): void {
  leaveEpisode();
  const seed = request.seed ?? Math.floor(Math.random() * 2 ** 31);
  const fixed = { ...request, seed, episode_id: `page-${seed}-${Date.now().toString(36)}` };
  wantedReset.value = fixed;
  player = new PagePlayer(fixed, world, follow);
}

export function leaveEpisode(): void {
  player?.close();
  player = null;
  afterwards = null;
  sent = null;
  playedState.value = null;
  wantedReset.value = null;
  draftLines.value = null;
  editRefusal.value = null;
  shownReference.value = null;
}

export function retryConnection(): void {
  player?.retry();
}

export function typeLines(lines: readonly string[]): void {
  draftLines.value = lines;
  editRefusal.value = null;
}

export function discardEdit(): void {
  draftLines.value = null;
  draftsGivenUp.value += 1;
  editRefusal.value = null;
}

export function sendEdit(): void {
  if (pendingEdit.value === null || !isFree()) return;
  sent = draftLines.value;
  player?.act({ action_type: "REPLACE_LINES", ...pendingEdit.value });
}

/** Whether a step can be taken now; what is pressed at another time is not kept for later. */
function isFree(): boolean {
  const { value } = playedState;
  return value !== null && value.link === "open" && !value.busy && !value.done;
}

/** What was typed is applied first; if the server refuses it, the action is not taken. */
export function takeAction(action_type: string): void {
  if (!isFree()) return;
  if (
    pendingEdit.value &&
    ACTION_BUTTONS.some(({ action, withEdit }) => action === action_type && withEdit !== undefined)
  ) {
    afterwards = action_type;
    return sendEdit();
  }
  player?.act({ action_type });
}

function follow(state: PlayState): void {
  const steps = playedState.value?.trace?.steps.length ?? 0;
  const before = currentFile.value;
  playedState.value = state;
  const now = state.trace?.steps.length ?? 0;
  if (now <= steps) {
    if (state.problem !== null) forgetWhatFollows();
    return;
  }
  const isChanged = !sameTexts(before, currentFile.value);
  if (isChanged && !isTypedOn()) discardEdit();
  const refused = state.trace && refusalIn(state.trace);
  editRefusal.value = sent === null ? null : refused;
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
  if (sent === null || draftLines.value === null) return false;
  return sameTexts(sent, currentFile.value) && !sameTexts(draftLines.value, currentFile.value);
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
  const isLeft = playedState.value?.ticket !== ticket;
  if (isLeft || !solutions || tasks[0]?.split !== "train") return;
  if (step_count < MIN_STEPS_FOR_REFERENCE && traceEnding(trace)?.solved !== true) {
    shownReference.value = { state: "failed", problem: TOO_SHORT };
    return;
  }
  shownReference.value = STILL_LOADING;
  loadInto(fetchJson(`api/play/${ticket}/reference`, referenceSchema), (loaded) => {
    shownReference.value = loaded;
  });
}

const TOO_SHORT = `The repair is shown to who solves the task, or tries for ${MIN_STEPS_FOR_REFERENCE} steps.`;
