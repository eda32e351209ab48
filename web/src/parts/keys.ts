/** Keys that work anywhere on a page, except where somebody types. */
import { useLayoutEffect, useRef } from "preact/hooks";

/** Whether a key belongs to a field, an editor, an open dialog, or to the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.querySelector("dialog[open]")) return true;
  const [target] = event.composedPath();
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || isTextInput(target);
}

function isTextInput(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && !["range", "checkbox", "radio", "button", "file"].includes(target.type);
}

/** @param keys by the key's name as the browser gives it; letters as they are typed */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const current = useRef(keys);
  current.current = keys;
  // Before the page is painted: who sees it may press a key at once.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const action = current.current[keyOf(event)];
      if (action === undefined || isTyping(event) || isItsOwn(event)) return;
      event.preventDefault();
      // A key that is held moves on and on, but does nothing else a second time.
      if (event.repeat && !isMove(event)) return;
      action();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

/** Capitals are asked for by Shift alone, whatever Caps Lock says. */
function keyOf({ key, shiftKey }: KeyboardEvent): string {
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}

function isMove({ key }: KeyboardEvent): boolean {
  return /^(Arrow|Home|End)/.test(key);
}

/** Space presses a button, arrows move a slider: then the key is the control's own. */
function isItsOwn(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || isSummary(target)) {
    return event.key === " ";
  }
  return target instanceof HTMLInputElement && isMove(event);
}

function isSummary(target: EventTarget | undefined): boolean {
  return target instanceof HTMLElement && target.tagName === "SUMMARY";
}
