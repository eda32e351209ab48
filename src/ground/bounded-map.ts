/**
 * Maps that forget what was asked for longest ago; `peek` looks without asking. Not for a worker's modules, which load no
 * library, nor for what every episode has several of: an empty one takes 2 kB.
 */
export { LRUCache as BoundedMap } from "lru-cache";
