/** What stands in the editor and was not applied: one draft a file, kept while others are looked at. */
import { computed, signal } from "@preact/signals";
import { editBetween, type TypedEdit } from "../logic/line-edit.ts";
import type { PlayState } from "../logic/player.ts";
import { filesAt, fileTextAt, shownPathAt } from "../logic/program-files.ts";
import type { Trace } from "../logic/trace.ts";
import { sameTexts } from "../parts/steady.ts";

export const playedState = signal<PlayState | null>(null);
/** The file that was chosen; null where the page shows what the server shows. */
const chosenPath = signal<string | null>(null);
export const typedDrafts = signal<ReadonlyMap<string, readonly string[]>>(new Map());
/** Counts, by file, how often what was typed gave way to what the server has. */
const givenUp = signal<ReadonlyMap<string, number>>(new Map());

/** All files of a program of several; empty for one file. */
export const playedFiles = computed(() => {
  const trace = playedState.value?.trace;
  return trace ? filesAt(trace, trace.steps.length) : [];
});

/** The file in the editor. */
export const openPath = computed<string>(() => {
  const trace = playedState.value?.trace;
  if (!trace) return "";
  const isThere = playedFiles.value.some(({ path }) => path === chosenPath.value);
  return isThere && chosenPath.value !== null ? chosenPath.value : shownPathAt(trace, trace.steps.length);
});

/** It, as the server has it; null where the episode has not shown it. */
export const openFileLines = computed<readonly string[] | null>(() =>
  textNow(playedState.value?.trace, openPath.value),
);

/** What was typed in it; null where it is the file itself. */
export const openDraft = computed<readonly string[] | null>(() => typedDrafts.value.get(openPath.value) ?? null);

/** Another one whenever the open file is to be shown as the server has it. */
export const openVersion = computed(() => givenUp.value.get(openPath.value) ?? 0);

export interface PendingEdit extends TypedEdit {
  readonly path: string;
  /** What the file is to be. */
  readonly lines: readonly string[];
}

/** What was typed in any file, as edits: that of the open file first. */
export const pendingEdits = computed<readonly PendingEdit[]>(() => {
  const trace = playedState.value?.trace;
  const paths = [...typedDrafts.value.keys()].sort(
    (a, b) => Number(b === openPath.value) - Number(a === openPath.value),
  );
  return paths.flatMap((path) => pendingIn(trace, path) ?? []);
});

/** That of the open file. */
export const openEdit = computed<PendingEdit | null>(
  () => pendingEdits.value.find(({ path }) => path === openPath.value) ?? null,
);

function pendingIn(trace: Trace | null | undefined, path: string): PendingEdit | null {
  const lines = typedDrafts.value.get(path);
  const before = textNow(trace, path);
  const edit = lines && before && editBetween(before, lines);
  return edit ? { ...edit, path, lines } : null;
}

function textNow(trace: Trace | null | undefined, path: string): readonly string[] | null {
  return trace ? fileTextAt(trace, trace.steps.length, path) : null;
}

/** Opens a file of the program; what is typed elsewhere stays. */
export function choosePath(path: string): void {
  chosenPath.value = path;
}

/** Keeps what stands in the editor, where it is not the file itself. */
export function keepDraft(lines: readonly string[]): void {
  const path = openPath.value;
  if (sameTexts(lines, openFileLines.value ?? [])) typedDrafts.value = without(path);
  else typedDrafts.value = new Map(typedDrafts.value).set(path, lines);
}

function without(path: string): ReadonlyMap<string, readonly string[]> {
  return new Map([...typedDrafts.value].filter(([of]) => of !== path));
}

/** Gives up what was typed in a file: it is shown as the server has it. */
export function dropDraft(path: string): void {
  typedDrafts.value = without(path);
  givenUp.value = new Map(givenUp.value).set(path, (givenUp.value.get(path) ?? 0) + 1);
}

export function dropAllDrafts(): void {
  typedDrafts.value = new Map();
  givenUp.value = new Map();
  chosenPath.value = null;
}

/** Puts what was typed before the page was loaded again where it stood. */
export function restoreDrafts(kept: readonly (readonly [string, readonly string[]])[], path: string): void {
  typedDrafts.value = new Map(kept);
  chosenPath.value = path;
}

/**
 * Takes what a step has changed. What was typed while its own edit was under way stands on the file that the edit made; all
 * else that was typed in a changed file stands on one that is gone.
 * @param sent the edit that the step was, if it was one that was typed
 */
export function takePlayed(state: PlayState, sent: PendingEdit | null): void {
  const earlier = playedState.value?.trace;
  const open = openPath.value;
  const paths = new Set([...typedDrafts.value.keys(), open]);
  const before = new Map([...paths].map((path) => [path, textNow(earlier, path)]));
  playedState.value = state;
  const { trace } = state;
  for (const path of paths) {
    const now = textNow(trace, path);
    if (sameTexts(before.get(path) ?? [], now ?? [])) continue;
    const typed = typedDrafts.value.get(path);
    const isTypedOn =
      sent?.path === path && typed !== undefined && sameTexts(sent.lines, now ?? []) && !sameTexts(typed, now ?? []);
    if (!isTypedOn) dropDraft(path);
  }
  followShown(open, earlier, trace);
}

/** Where the server turns to another file, as to the one in which a test failed, the page does too, unless the open one is typed in. */
function followShown(open: string, earlier: Trace | null | undefined, trace: Trace | null): void {
  if (!trace) return;
  if (typedDrafts.value.has(open)) return choosePath(open);
  const shown = shownPathAt(trace, trace.steps.length);
  const wasShown = earlier ? shownPathAt(earlier, earlier.steps.length) : shown;
  if (shown !== wasShown) chosenPath.value = null;
}
