/** Asks for the token that the server wants. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { giveToken, tokenWanted } from "../access.ts";

/** Nothing, until the server has asked for one. */
export function TokenDialog() {
  const { value } = tokenWanted;
  return value === null ? null : <Asking reason={value} />;
}

function Asking({ reason }: { readonly reason: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const give = (event: Event): void => {
    event.preventDefault();
    const token = field.current?.value.trim() ?? "";
    if (token !== "") giveToken(token);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="token-title"
      onClose={() => {
        tokenWanted.value = null;
      }}
    >
      <form onSubmit={give}>
        <h2 id="token-title">A token is needed</h2>
        <p>{reason}</p>
        <p>
          <label>
            Token <input ref={field} type="password" autocomplete="off" spellcheck={false} required />
          </label>
        </p>
        <p>It is kept in this tab alone, until the tab is closed.</p>
        <p class="buttons">
          <button type="submit" class="primary">
            Go on
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}
