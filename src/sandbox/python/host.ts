/** The host side of one interpreter: what its imported functions share. */

import { HOST_BYTES } from "../wasm/fuel-prices.ts";
import { GUEST_DESCRIPTOR } from "./constants.ts";
import type { GuestMemory } from "./guest-memory.ts";
import type { CappedBytes, GuestStop, HostState } from "./host-state.ts";
import { GuestStopped } from "./host-state.ts";

export class GuestHost {
  state: HostState;
  #memory: GuestMemory | undefined;
  #fuel: WebAssembly.Global | undefined;
  readonly #isCancelled: () => boolean;

  constructor(state: HostState, isCancelled: () => boolean) {
    this.state = state;
    this.#isCancelled = isCancelled;
  }

  /** Called once the instance exists: its imports are made before it. */
  connect(memory: GuestMemory, fuel: WebAssembly.Global): void {
    this.#memory = memory;
    this.#fuel = fuel;
  }

  get memory(): GuestMemory {
    if (this.#memory === undefined) throw new Error("The interpreter called its host before it was ready");
    return this.#memory;
  }

  get fuel(): number {
    return this.#fuel?.value ?? 0;
  }

  get isCancelled(): boolean {
    return this.#isCancelled();
  }

  /** Work that the host does for the guest costs the guest fuel as its own memory operations do. */
  charge(bytes: number): void {
    if (this.#fuel !== undefined) this.#fuel.value -= Math.floor(bytes / HOST_BYTES);
  }

  /** The same, for work that bytes do not measure. */
  spend(fuel: number): void {
    if (this.#fuel !== undefined) this.#fuel.value -= fuel;
  }

  channel(descriptor: number): CappedBytes | null {
    if (descriptor === GUEST_DESCRIPTOR.output || descriptor === GUEST_DESCRIPTOR.error) return this.state.output;
    return descriptor === GUEST_DESCRIPTOR.answer ? this.state.answer : null;
  }

  /** Ends the call. The fuel goes too: a guest's `catch_all` may swallow the exception, but it gets no further. */
  stop(reason: GuestStop): never {
    this.state.stopped ??= reason;
    if (this.#fuel !== undefined) this.#fuel.value = -1;
    throw new GuestStopped(reason);
  }

  /** Wraps a host function so that a stopped guest gets nothing more from it. */
  readonly guarded = <Arguments extends unknown[], Result>(call: (...values: Arguments) => Result) => {
    return (...values: Arguments): Result => {
      if (this.state.stopped !== null) throw new GuestStopped(this.state.stopped);
      return call(...values);
    };
  };
}
