import { crc32 } from "node:zlib";
import type { Entry } from "../../../signal/entry.js";
import { isInktapeError } from "../../../signal/errors.js";
import { decodeEntries } from "../../../signal/wire/entries.js";

/**
 * Bytes of a slot: as many as SQLite puts into one page of 1024 bytes with one row, so that to write a slot is to write
 * one page (a row of a table's leaf stays within the page up to 989 bytes, and 4 of them are the row's own header).
 */
export const SLOT_BYTES = 985;
/** A slot begins with its number: the count of slots that were begun before it, as a 64-bit float. */
const NUMBER_BYTES = 8;
/** A segment begins with the length and the CRC-32 of what follows: the room's id, whether it is recorded, and the entries. */
const CHECK_BYTES = 6;
const HEADER_BYTES = CHECK_BYTES + 5;

/** The longest segment, and the most bytes of encoded entries in one. */
export const SEGMENT_BYTES = SLOT_BYTES - NUMBER_BYTES;
export const ENTRIES_BYTES = SEGMENT_BYTES - HEADER_BYTES;

/** Entries of one room, all recorded or all not. */
export interface Segment {
  readonly room: number;
  readonly isRecorded: boolean;
  readonly entries: readonly Entry[];
  /** What it takes. */
  readonly bytes: number;
}

/**
 * What stands in a slot. `isWhole` is false where something in it is damaged; what follows on that is left out. A slot of
 * which nothing can be read has the number 0.
 */
export interface SlotContent {
  readonly number: number;
  readonly segments: readonly Segment[];
  readonly isWhole: boolean;
}

/** A segment's bytes, without its checksum. @param entries as signal/wire/entries.ts encodes them. */
export function encodeSegment(room: number, isRecorded: boolean, entries: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + entries.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, bytes.length - CHECK_BYTES);
  view.setUint32(CHECK_BYTES, room);
  view.setUint8(CHECK_BYTES + 4, Number(isRecorded));
  bytes.set(entries, HEADER_BYTES);
  return bytes;
}

/** A slot that is being filled; what is not filled is zeros. */
export class Slot {
  readonly id: number;
  readonly number: number;
  readonly bytes = new Uint8Array(SLOT_BYTES);
  readonly #view = new DataView(this.bytes.buffer);
  #end = NUMBER_BYTES;

  constructor(id: number, number: number) {
    this.id = id;
    this.number = number;
    this.#view.setFloat64(0, number);
  }

  /** The same slot, to be filled further; this one stays as it is. */
  copy(): Slot {
    const slot = new Slot(this.id, this.number);
    slot.bytes.set(this.bytes);
    slot.#end = this.#end;
    return slot;
  }

  /** Bytes that it has space for. */
  get space(): number {
    return SLOT_BYTES - this.#end;
  }

  add(segment: Uint8Array): void {
    this.bytes.set(segment, this.#end);
    this.#view.setUint32(this.#end + 2, checksum(segment, this.bytes));
    this.#end += segment.length;
  }
}

/** Reads a slot's bytes. */
export function readSlot(bytes: Uint8Array): SlotContent {
  if (bytes.length !== SLOT_BYTES) return { number: 0, segments: [], isWhole: false };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = view.getFloat64(0);
  const segments: Segment[] = [];
  let at = NUMBER_BYTES;
  while (at + 2 <= bytes.length && view.getUint16(at) > 0) {
    const end = at + CHECK_BYTES + view.getUint16(at);
    const segment = end <= bytes.length ? readSegment(bytes.subarray(at, end), bytes) : null;
    if (!segment) return { number: segments.length > 0 ? number : 0, segments, isWhole: false };
    segments.push(segment);
    at = end;
  }
  return { number, segments, isWhole: segments.length > 0 && bytes.subarray(at).every((byte) => byte === 0) };
}

function readSegment(bytes: Uint8Array, slot: Uint8Array): Segment | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || checksum(bytes, slot) !== view.getUint32(2)) return null;
  try {
    const entries = decodeEntries(bytes.subarray(HEADER_BYTES), bytes.length);
    const isRecorded = view.getUint8(CHECK_BYTES + 4) === 1;
    return { room: view.getUint32(CHECK_BYTES), isRecorded, entries, bytes: bytes.length };
  } catch (error) {
    if (!isInktapeError(error)) throw error;
    return null;
  }
}

/** Of a segment and its slot's number: by that, segments come in their order. */
function checksum(segment: Uint8Array, slot: Uint8Array): number {
  return crc32(segment.subarray(CHECK_BYTES), crc32(slot.subarray(0, NUMBER_BYTES)));
}
