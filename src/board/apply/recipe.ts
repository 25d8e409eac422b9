import type { Entry } from "../../signal/entry.js";
import type { Signal, SignalOf } from "../../signal/signal.js";
import type { MutableBoard } from "../board.js";

/**
 * What one type of signal does to a board. Writes to its draft and returns nothing; one that makes no sense for this
 * board changes nothing. It runs on immer drafts and on plain objects alike, so it never writes into a payload: it
 * stores a copy of what it may later write into.
 */
export type Rule<T extends Signal["type"]> = (draft: MutableBoard, signal: SignalOf<T>, entry: Entry) => void;

/** False for the one name that would not make an entry of a record but change what the record is. */
export function isKey(name: string): boolean {
  return name !== "__proto__";
}

/** The rules of some types of signal. */
export type Rules<T extends Signal["type"]> = { readonly [K in T]: Rule<K> };
