/**
 * Questions and answers that outlive their connection: on a new one all that was asked is asked again, in order, and must
 * be answered as before. Then it goes on where it was lost.
 */
export class ResumedExchange<Question, Answer> {
  readonly #isSame: (before: Answer, now: Answer) => boolean;
  readonly #past: { readonly question: Question; readonly answer: Answer }[] = [];
  /** How many of them this connection has answered. */
  #place = 0;

  constructor(isSame: (before: Answer, now: Answer) => boolean) {
    this.#isSame = isSame;
  }

  /** How many questions have been answered, whichever connection did it. */
  get length(): number {
    return this.#past.length;
  }

  /** How many questions this connection has answered. */
  get place(): number {
    return this.#place;
  }

  /** What this connection is to be asked again; undefined once it stands where the one before did. */
  get next(): Question | undefined {
    return this.#past[this.#place]?.question;
  }

  /** Another connection: it has been asked nothing yet. */
  rewind(): void {
    this.#place = 0;
  }

  /** The answer to `next`. @returns false where it is not the one of before: then nobody can go on */
  repeat(answer: Answer): boolean {
    const known = this.#past[this.#place];
    if (known === undefined || !this.#isSame(known.answer, answer)) return false;
    this.#place += 1;
    return true;
  }

  /** The answer to a new question. */
  add(question: Question, answer: Answer): void {
    this.#past.push({ question, answer });
    this.#place = this.#past.length;
  }

  /** Forgets everything: something else begins. */
  clear(): void {
    this.#past.length = 0;
    this.#place = 0;
  }
}
