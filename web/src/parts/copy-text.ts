/** Puts a text on the clipboard; rejects where nothing may be copied, as without HTTPS and in some frames. */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("There is no clipboard"));
}
