/** Asks before something is done that cannot be taken back. */
import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { currentPage } from "../store.ts";

export interface QuestionWords {
  readonly title: string;
  readonly says: string;
  /** What the button says that does it. */
  readonly yes: string;
  readonly no: string;
}

const asked = signal<{ readonly question: QuestionWords; readonly onYes: () => void } | null>(null);

/** @param onYes done where the reader says yes */
export function askFirst(question: QuestionWords, onYes: () => void): void {
  asked.value = { question, onYes };
}

export function QuestionDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const { value } = asked;
  useLayoutEffect(() => {
    if (value !== null && !dialog.current?.open) dialog.current?.showModal();
    if (value === null) dialog.current?.close();
  }, [value]);
  const page = currentPage.value;
  useLayoutEffect(() => {
    asked.value = null;
  }, [page]);
  const answer = (isYes: boolean): void => {
    asked.value = null;
    // Closed first: what comes then may look for the focus.
    dialog.current?.close();
    if (isYes) value?.onYes();
  };
  return (
    <dialog ref={dialog} aria-labelledby="question-title" onClose={() => answer(false)}>
      <h2 id="question-title">{value?.question.title}</h2>
      <p>{value?.question.says}</p>
      <p class="buttons">
        <button type="button" class="primary" onClick={() => answer(true)}>
          {value?.question.yes}
        </button>
        <button type="button" onClick={() => answer(false)}>
          {value?.question.no}
        </button>
      </p>
    </dialog>
  );
}
