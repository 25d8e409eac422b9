import { LEAF_WIDTH } from "../../board/leaves.js";
import { countOf } from "../../signal/ids.js";
import type { ByteWriter } from "../../signal/wire/byte-writer.js";
import type { LeafRows } from "./leaf-columns.js";
import { columnsOf } from "./leaf-rows.js";
import { KEPT, SLOT_BYTES } from "./packed-leaf.js";

const HERE = 0;

/**
 * Writes a leaf: its maker and place; how many bytes its other shapes take in the words; the slots that are taken (64
 * bits, low ones first); when there are others, those of the slots that are strokes; where their ink is; and their
 * columns behind their length.
 */
export function writeLeaf(w: ByteWriter, maker: number, place: number, rows: LeafRows, othersBytes: number): void {
  const told = slotBits(rows.slots);
  w.varint(maker);
  w.varint(place);
  w.varint(othersBytes);
  w.raw(slotBits([...rows.slots, ...rows.others.map(({ id }) => countOf(id) % LEAF_WIDTH)]));
  if (othersBytes > 0) w.raw(told);
  w.byte(rows.isKept ? KEPT : HERE);
  w.bytes(columnsOf(rows));
}

function slotBits(slots: readonly number[]): Uint8Array {
  const bits = new Uint8Array(SLOT_BYTES);
  for (const slot of slots) bits[slot >> 3]! |= 1 << (slot & 7);
  return bits;
}
