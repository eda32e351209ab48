/** The episode that is being played on the page: one at a time, and it goes on while the reader looks at other pages. */
import { effect, signal } from "@preact/signals";
import {
  MIN_STEPS_FOR_REFERENCE,
  playTicketSchema,
  type Reference,
  referenceSchema,
} from "../../../src/protocol/page.ts";
import type { ResetRequest } from "../../../src/protocol/reset.ts";
import { tokenProtocols } from "../../../src/protocol/token-protocols.ts";
import { heldToken } from "../access.ts";
import { fetchJson, POST_NOTHING, serverUrl } from "../api.ts";
import type { EpisodeOfTab, FixedReset } from "../logic/kept-episode.ts";
import { type EpisodeBeginning, PagePlayer, type PlayState, type SocketLike, type World } from "../logic/player.ts";
import { isEditedAt } from "../logic/program-files.ts";
import { refusalIn, traceEnding } from "../logic/trace.ts";
import { askFirst } from "../parts/question.tsx";
import { askTasks } from "../parts/use-tasks.ts";
import { type Loaded, loadInto, STILL_LOADING } from "../store.ts";
import { ACTION_BUTTONS, LOOK_BUTTON, RESET_BUTTON } from "./buttons.ts";
import {
  choosePath,
  dropAllDrafts,
  dropDraft,
  keepDraft,
  openEdit,
  openPath,
  type PendingEdit,
  pendingEdits,
  playedFiles,
  playedState,
  restoreDrafts,
  takePlayed,
  typedDrafts,
} from "./drafts.ts";
import { keepEpisode, keptEpisode } from "./tab-storage.ts";

let player: PagePlayer | null = null;
/** To be done when the step under way has been answered well: what was typed in these files is applied, then the action taken. */
let afterwards: { readonly action: string; readonly paths: readonly string[] } | null = null;
/** What was typed before the page was loaded again, until the episode stands where it stood. */
let typedBefore: Pick<EpisodeOfTab, "drafts" | "openPath"> | null = null;
let stopKeeping: () => void = () => undefined;
/** The typed edit that is under way. */
let sent: PendingEdit | null = null;

export const wantedReset = signal<FixedReset | null>(null);
/** Why the server did not take an edit that still stands in the editor, and of which file it is. */
export const editRefusal = signal<{ readonly path: string; readonly reason: string } | null>(null);
/** The repair, after the end. */
export const shownReference = signal<Loaded<Reference> | null>(null);

const world: World = {
  connect: async () => {
    const { ticket, max_message_bytes } = await fetchJson("api/play", playTicketSchema, POST_NOTHING);
    const url = serverUrl("ws");
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    url.search = new URLSearchParams({ agent: "a person", play: ticket }).toString();
    return { socket: openSocket(url), ticket, maxMessageBytes: max_message_bytes };
  },
  later: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A browser's socket, told of by plain calls. */
function openSocket(url: URL): SocketLike {
  const token = heldToken.value;
  const socket = new WebSocket(url, token === null ? [] : tokenProtocols(token));
  const like: SocketLike = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
  socket.addEventListener("open", () => like.onopen?.());
  socket.addEventListener("message", ({ data }) => like.onmessage?.({ data }));
  socket.addEventListener("close", ({ code }) => like.onclose?.(code));
  return like;
}

/** Ends the episode before and begins another; what is left out is drawn here, so that it can be played again. */
export function beginPlaying(request: ResetRequest): void {
  leaveEpisode();
  const seed = request.seed ?? Math.floor(Math.random() * 2 ** 31);
  begin({ reset: { ...request, seed, episode_id: `page-${seed}-${Date.now().toString(36)}` } });
}

/** Goes on with the episode that was under way in this tab when the page was loaded again, if there was one. */
export function resumeEpisode(): void {
  const kept = keptEpisode();
  if (kept === null) return;
  typedBefore = kept;
  begin({ reset: kept.reset, before: kept });
}

function begin(beginning: EpisodeBeginning): void {
  wantedReset.value = beginning.reset;
  player = new PagePlayer(beginning, world, follow);
  stopKeeping = effect(() => {
    const { trace, done } = playedState.value ?? { trace: null, done: false };
    const typed = typedDrafts.value;
    const open = openPath.value;
    if (done) keepEpisode(null);
    else if (trace !== null) keepEpisode({ reset: beginning.reset, trace, drafts: typed, openPath: open });
  });
}

export function leaveEpisode(): void {
  stopKeeping();
  stopKeeping = () => undefined;
  keepEpisode(null);
  typedBefore = null;
  player?.close();
  player = null;
  afterwards = null;
  sent = null;
  playedState.value = null;
  wantedReset.value = null;
  dropAllDrafts();
  editRefusal.value = null;
  shownReference.value = null;
}

/** The same, asked first where something would be lost. */
export function askToLeave(): void {
  leaveFirst(leaveEpisode);
}

/** Begins what steps may have been taken of, asked first where something of the episode before would be lost. */
export function askToBegin(beginning: EpisodeBeginning, onBegun: () => void): void {
  leaveFirst(() => {
    leaveEpisode();
    begin(beginning);
    onBegun();
  });
}

function leaveFirst(leave: () => void): void {
  const { trace, done } = playedState.value ?? { trace: null, done: false };
  const isUnderWay = trace !== null && !done && (trace.steps.length > 0 || typedDrafts.value.size > 0);
  if (!isUnderWay) return leave();
  askFirst(
    {
      title: "Leave this episode?",
      says: "It counts as given up, and what you have done in it is lost.",
      yes: "Leave it",
      no: "Go on playing",
    },
    leave,
  );
}

export function retryConnection(): void {
  player?.retry();
}

export function typeLines(lines: readonly string[]): void {
  keepDraft(lines);
  editRefusal.value = null;
}

export function discardEdit(): void {
  dropDraft(openPath.value);
  editRefusal.value = null;
}

export function sendEdit(): void {
  sendTyped(openEdit.value);
}

function sendTyped(edit: PendingEdit | null | undefined): void {
  if (!edit || !isFree()) return;
  sent = edit;
  const { path, start_line, end_line, new_code_block } = edit;
  player?.act({ action_type: "REPLACE_LINES", ...ofFile(path), start_line, end_line, new_code_block });
}

/** Names the file where there are several. */
function ofFile(path: string): { path?: string } {
  return playedFiles.value.length > 0 ? { path } : {};
}

/** Whether a step can be taken now; what is pressed at another time is not kept for later. */
function isFree(): boolean {
  const { value } = playedState;
  return value !== null && value.link === "open" && !value.busy && !value.done;
}

/** What was typed is applied first, file by file; if the server refuses some of it, the action is not taken. */
export function takeAction(action: string): void {
  if (!isFree()) return;
  if (action === RESET_BUTTON.action && isAnythingEdited()) return askFirst(RESET_QUESTION, () => takeFree(action));
  takeFree(action);
}

function isAnythingEdited(): boolean {
  const trace = playedState.value?.trace;
  return typedDrafts.value.size > 0 || (trace != null && isEditedAt(trace, trace.steps.length));
}

const RESET_QUESTION = {
  title: "Reset to the original?",
  says: "Every edit is taken back, and what you have typed is lost. It is one step; Undo brings back what was applied.",
  yes: "Reset",
  no: "Keep my edits",
};

function takeFree(action: string): void {
  if (!isFree()) return;
  const isAfterEdits = ACTION_BUTTONS.some((button) => button.action === action && button.withEdit !== undefined);
  takeNext({ action, paths: isAfterEdits ? pendingEdits.value.map(({ path }) => path) : [] });
}

function takeNext({ action, paths }: NonNullable<typeof afterwards>): void {
  const [edit] = pendingEdits.value.filter(({ path }) => paths.includes(path));
  if (edit) {
    afterwards = { action, paths: paths.filter((path) => path !== edit.path) };
    return sendTyped(edit);
  }
  if (action === LOOK_BUTTON.action) return lookAt(openPath.value);
  player?.act({ action_type: action });
}

/** Looks at a file: of a long one at its first lines, which brings it here whole. */
function lookAt(path: string): void {
  const place = playedFiles.value.length > 0 ? { path, start_line: 1 } : {};
  player?.act({ action_type: LOOK_BUTTON.action, ...place });
}

function follow(state: PlayState): void {
  const steps = playedState.value?.trace?.steps.length ?? 0;
  const now = state.trace?.steps.length ?? 0;
  takePlayed(state, sent);
  if (state.trace !== null && typedBefore !== null) {
    restoreDrafts(typedBefore.drafts, typedBefore.openPath);
    typedBefore = null;
  }
  if (now <= steps) {
    if (state.problem !== null) forgetWhatFollows();
    return;
  }
  const reason = state.trace && refusalIn(state.trace);
  editRefusal.value = sent !== null && reason !== null ? { path: sent.path, reason } : null;
  // What was refused is shown where it was typed.
  if (editRefusal.value !== null) choosePath(editRefusal.value.path);
  const next = afterwards;
  forgetWhatFollows();
  if (state.done) {
    // What does not load is not shown; the episode itself is over and told.
    askForReference(state).catch(() => undefined);
    return;
  }
  if (next !== null && reason === null) takeNext(next);
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
