/** Who owns an HTTP episode: anyone who can show the secret that came with its reset. Only a digest of it is kept. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const DRAWN_BYTES = 24;

/** A digest of the secret that a request shows; null for one that shows none. */
export type Proof = string | null;

export function proofOf(secret: string | undefined): Proof {
  return secret === undefined ? null : createHash("sha256").update(secret).digest("base64");
}

export class EpisodeOwner {
  readonly digest: string;
  /** Whether the client chose the secret: then nothing may be asked of the episode without it. */
  readonly isRequired: boolean;
  /** What the server drew where the client sent none: for that client and nobody else. */
  readonly drawn: string | undefined;

  /** @param proof of the reset */
  constructor(proof: Proof) {
    this.isRequired = proof !== null;
    this.drawn = proof === null ? randomBytes(DRAWN_BYTES).toString("base64url") : undefined;
    this.digest = proof ?? proofOf(this.drawn) ?? "";
  }

  /** Takes the same time wherever the two differ. */
  owns(proof: Proof): boolean {
    return proof !== null && timingSafeEqual(Buffer.from(proof), Buffer.from(this.digest));
  }

  /** Whether who shows this may take a step or see the state. */
  admits(proof: Proof): boolean {
    return proof === null ? !this.isRequired : this.owns(proof);
  }
}
