/** Files that are dropped on the page, wherever in it. */

/** Takes what is dropped, where the browser would leave the page for it. @returns what ends it */
export function takeDrops(take: (file: File) => void): () => void {
  const hold = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    hold(event);
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  };
  addEventListener("dragover", hold);
  addEventListener("drop", drop);
  return () => {
    removeEventListener("dragover", hold);
    removeEventListener("drop", drop);
  };
}
