/** The episode that is being played on the page: one at a time, and it goes on while the reader looks at other pages. */
import { computed, signal } from "@preact/signals";
import { playTicketSchema, type Reference, referenceSchema } from "../../../src/protocol/page.ts";
import type { ResetRequest } from "../../../src/protocol/reset.ts";
import { fetchJson, serverUrl } from "../api.ts";
import { editBetween } from "../logic/line-edit.ts";
import { type FixedReset, Player, type PlayState, type SocketLike, type World } from "../logic/player.ts";
import { codeAt } from "../logic/trace.ts";
import { LOADING, type Loaded, load, tasks } from "../store.ts";

let player: Player | null = null;
/** To be done when the step under way has been answered well. */
let afterwards: string | null = null;

export const game = signal<PlayState | null>(null);
export const wish = signal<FixedReset | null>(null);
/** What stands in the editor; null where it is the file itself. */
export const draft = signal<readonly string[] | null>(null);
/** Counts whenever what was typed is given up. */
export const drafts = signal(0);
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
    const { ticket } = await fetchJson("api/play", playTicketSchema, { method: "POST" });
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
  game.value = null;
  wish.value = null;
  draft.value = null;
  reference.value = null;
}

export function retry(): void {
  player?.retry();
}

export function type(lines: readonly string[]): void {
  draft.value = lines;
}

export function discard(): void {
  draft.value = null;
  drafts.value += 1;
}

export function apply(): void {
  if (edit.value) player?.act({ action_type: "REPLACE_LINES", ...edit.value });
}

/** What was typed is applied first; if the server refuses it, the action is not taken. */
export function act(action_type: string): void {
  if (edit.value && (action_type === "RUN_TESTS" || action_type === "SUBMIT")) {
    afterwards = action_type;
    return apply();
  }
  player?.act({ action_type });
}

function follow(state: PlayState): void {
  const steps = game.value?.trace?.steps.length ?? 0;
  const before = file.value;
  game.value = state;
  const now = state.trace?.steps.length ?? 0;
  if (now <= steps) return;
  // Whatever was typed has become the file, or stands on a text that is gone.
  if (before.join("\n") !== file.value.join("\n")) discard();
  const next = afterwards;
  if (!state.busy) afterwards = null;
  if (state.done) return askForReference(state);
  if (next !== null && draft.value === null) player?.act({ action_type: next });
}

function askForReference({ ticket }: PlayState): void {
  const { value } = tasks;
  if (ticket === null || value.state !== "here" || !value.value.solutions) return;
  reference.value = LOADING;
  load(fetchJson(`api/play/${ticket}/reference`, referenceSchema), (loaded) => {
    reference.value = loaded;
  });
}
