/** Opens the palette by Ctrl K, or by its button; its code comes when it is first asked for. */
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Key } from "../parts/key.tsx";

type Loaded = ComponentType<{ readonly onClose: () => void }>;

export function PaletteButton() {
  const [Palette, setPalette] = useState<Loaded | null>(null);
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    // It does not stand over a question that is asked.
    if (document.querySelector("dialog[open]")) return;
    setOpen(true);
    // Without the server there is nothing to load it from.
    import("./palette.tsx").then(
      (loaded) => setPalette(() => loaded.Palette),
      () => setOpen(false),
    );
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isAsked || event.key.toLowerCase() !== "k") return;
      // The browser's own, which goes to its address bar, and the editor's.
      event.preventDefault();
      event.stopPropagation();
      open();
    };
    addEventListener("keydown", listen, { capture: true });
    return () => removeEventListener("keydown", listen, { capture: true });
  }, []);
  return (
    <>
      <button type="button" class="quiet find-anything" aria-keyshortcuts="Control+K" onClick={open}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 3.5 3.5" />
        </svg>
        <span>Find</span> <Key name="Ctrl K" />
      </button>
      {isOpen && Palette !== null && <Palette onClose={() => setOpen(false)} />}
    </>
  );
}
