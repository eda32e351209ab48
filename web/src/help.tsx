/** The help that `?` opens: what the page is about, and the keys that work in it. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { isTyping } from "./parts/keys.ts";
import { ACTION_BUTTONS, keyInWords } from "./play/buttons.ts";
import { currentPage, helpIsOpen } from "./store.ts";

type Keys = readonly (readonly [keys: string, does: string])[];

const ANYWHERE: Keys = [
  ["?", "this help"],
  ["Ctrl K", "find pages, tasks, runs, episodes, actions"],
  ["Esc", "leave the editor or close this"],
];
const BY_PAGE: Readonly<Record<string, Keys>> = {
  play: [
    ["E", "go into the editor, where Tab indents; Escape, then Tab leaves it"],
    ["Ctrl Enter", "apply the edit (in the editor)"],
    ["Ctrl Shift Enter", "apply the edit and run the tests (in the editor)"],
    ...ACTION_BUTTONS.map(({ key, does }) => [keyInWords(key, " "), does] as const),
    ["N", "another episode, once this one is over"],
  ],
  replay: [
    ["← →", "one step back or forth"],
    ["Home End", "first or last step"],
    ["Space", "play or pause"],
    ["J K", "the next episode of the list, or the one before"],
    ["/", "search the steps (Enter goes on to the next one found)"],
  ],
};
const WATCH: Keys = [...(BY_PAGE.replay ?? []), ["F", "follow the newest step"]];

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = helpIsOpen.value;
  useLayoutEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (event.key === "?" && !isTyping(event)) helpIsOpen.value = true;
    };
    addEventListener("keydown", open);
    return () => removeEventListener("keydown", open);
  }, []);
  useLayoutEffect(() => {
    if (!isOpen || dialog.current?.open) return;
    dialog.current?.showModal();
    // The browser would go to the link at the end, and a small screen would begin there.
    heading.current?.focus();
  }, [isOpen]);
  // Anyone who goes back in the browser comes to another page, not to this over it.
  useLayoutEffect(() => dialog.current?.close(), [currentPage.value]);
  const keys = currentPage.value === "watch" ? WATCH : (BY_PAGE[currentPage.value] ?? []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="help-title"
      onClose={() => {
        helpIsOpen.value = false;
      }}
    >
      <h2 id="help-title" ref={heading} tabIndex={-1}>
        Keys
      </h2>
      <dl class="keys">
        {[...keys, ...ANYWHERE].map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split(" ").map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>
        An episode is a small program with one bug. Every action costs a little; repairing what fails earns; hidden
        tests decide at the end. Agents play the same episodes over <a href="../docs">the server's interface</a>.
      </p>
      <button type="button" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
