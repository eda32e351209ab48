/** A text of which two lines are shown at first; the rest is opened by who wants it. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export function ClampedText({ text }: { readonly text: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  const shown = useRef<HTMLParagraphElement>(null);
  const measure = (): void => {
    const element = shown.current;
    if (element !== null && !isOpen) setCut(element.scrollHeight > element.clientHeight + 1);
  };
  useLayoutEffect(() => {
    measure();
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, [text, isOpen]);
  return (
    <div class="clamped">
      <p class={isOpen ? "lead" : "lead two-lines"} ref={shown}>
        {text}
      </p>
      {(isCut || isOpen) && (
        <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Show less" : "Show all"}
        </button>
      )}
    </div>
  );
}
