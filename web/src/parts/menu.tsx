/** A button that shows further ones below itself; it closes once one of them is pressed, by Escape, and when the focus leaves. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

export function Menu({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  return (
    <details
      class="menu"
      ref={menu}
      onClick={({ target }) => {
        if (target instanceof HTMLButtonElement) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !menu.current?.open) return;
        event.stopPropagation();
        close();
        menu.current.querySelector("summary")?.focus();
      }}
      onFocusOut={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary class="button">{label}</summary>
      <div class="menu-items">{children}</div>
    </details>
  );
}
