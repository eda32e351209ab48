/** Gives the reader a file that was made here. */

export interface MadeFile {
  readonly name: string;
  readonly text: string;
  /** Its media type. */
  readonly type: string;
}

/** The browser asks where to, or puts it where it puts all files. */
export function saveFile({ name, text, type }: MadeFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
