/** What was typed, as the one edit it will be, before it is sent; its lines are marked where they stand in the editor. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { describeEdit } from "../logic/line-edit.ts";
import { Diff } from "../parts/code.tsx";
import { openEdit, openFileLines, playedFiles, playedState } from "./drafts.ts";
import { discardEdit, editRefusal, sendEdit } from "./game.ts";

/** @param props.onLeave told before the preview goes away under the focus of who pressed one of its buttons */
export function EditPreview({ onLeave }: { readonly onLeave: () => void }) {
  const pending = openEdit.value;
  if (pending === null) return null;
  const refusal = editRefusal.value?.path === pending.path ? editRefusal.value.reason : null;
  const leaveBy = (action: () => void) => (): void => {
    onLeave();
    action();
  };
  const isOpen = playedState.value?.link === "open" && !playedState.value.busy;
  return (
    <section class="preview" aria-label="Your edit">
      <p class="preview-head">
        <span>
          Your edit: <strong>{describeEdit(pending)}</strong>
          {playedFiles.value.length > 0 && (
            <>
              {" "}
              in <code>{pending.path}</code>
            </>
          )}
        </span>
        <span class="buttons">
          <button type="button" class="primary small" disabled={!isOpen} onClick={leaveBy(sendEdit)}>
            Apply <kbd>Ctrl Enter</kbd>
          </button>
          <button type="button" class="small" onClick={leaveBy(discardEdit)}>
            Discard
          </button>
        </span>
      </p>
      {refusal !== null && <Refusal reason={refusal} />}
      <details class="edit-lines">
        <summary>Line by line</summary>
        <Diff before={openFileLines.value ?? []} after={pending.lines} label="The edit, line by line" short />
      </details>
    </section>
  );
}

function Refusal({ reason }: { readonly reason: string }) {
  const text = useRef<HTMLPreElement>(null);
  // On a phone the actions would cover it.
  useLayoutEffect(() => text.current?.scrollIntoView({ block: "nearest" }), [reason]);
  return (
    <pre class="refusal" role="alert" tabIndex={0} ref={text}>
      {reason}
    </pre>
  );
}
