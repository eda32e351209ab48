/** A key as it stands on a button; the button itself says it to a screen reader, by `aria-keyshortcuts`. */

export function Key({ name }: { readonly name: string }) {
  return (
    <span class="key-hint" aria-hidden="true">
      <kbd>{name}</kbd>
    </span>
  );
}
