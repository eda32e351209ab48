/** The address of the step that is looked at, to be handed on. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { copyText } from "../parts/copy-text.ts";

/** @param link as the page's own links are written */
export function CopyLink({ link }: { readonly link: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  /** Where nothing may be copied, as without HTTPS and in some frames, it is shown to be copied by hand. */
  const [byHand, setByHand] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The one who pressed the button, which is gone, has what they need under the hand.
  useLayoutEffect(() => field.current?.focus(), [byHand]);
  const { href } = new URL(link, location.href);
  const copy = (): void => {
    copyText(href).then(
      () => setCopied(href),
      () => setByHand(true),
    );
  };
  if (!byHand) {
    return (
      <button type="button" onClick={copy}>
        {copied === href ? "Copied" : "Copy link to step"}
      </button>
    );
  }
  return (
    <label class="inline link-to-step">
      <span>Link to step</span>
      <input type="text" readOnly value={href} ref={field} onFocus={({ currentTarget }) => currentTarget.select()} />
    </label>
  );
}
