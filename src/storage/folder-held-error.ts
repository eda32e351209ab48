/** Another process has the folder in which episodes were to be kept. */
export class FolderHeldError extends Error {
  /** @param message says who has it */
  constructor(message: string) {
    super(message);
    this.name = "FolderHeldError";
  }
}
