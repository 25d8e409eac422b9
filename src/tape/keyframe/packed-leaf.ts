import { hasPlace, LEAF_WIDTH, type LeafToCome } from "../../board/leaves.js";
import { isInktapeError } from "../../signal/errors.js";
import { countOf, makerOf, shapeId, type MemberId, type Seq, type ShapeId } from "../../signal/ids.js";
import type { InkShape, Shape } from "../../signal/shape.js";
import type { ByteReader } from "../../signal/wire/bytes.js";
import { readStrokes } from "./leaf-columns.js";
import { readOthers } from "./other-shapes.js";
import type { Style } from "./styles.js";

/** Where the ink of a leaf's strokes is: kept by the tape, or here in the keyframe. */
export const KEPT = 1;

/** Bytes of one bit for each slot. */
export const SLOT_BYTES = LEAF_WIDTH / 8;

/** What the shapes of packed leaves refer to. */
export interface PackedShapes {
  readonly styles: readonly Style[];
  /** The words of the other shapes, leaf after leaf. */
  readonly others: ByteReader;
  readonly inkOf: (id: ShapeId, home: Seq) => InkShape["points"];
}

/**
 * A leaf of a keyframe that is made when it is looked at. Shapes that cannot be read are left out then, which only a
 * broken writer can bring about.
 */
export class PackedLeaf implements LeafToCome {
  readonly maker: MemberId;
  readonly place: number;
  /** False when its ink follows in the keyframe. */
  readonly isKept: boolean;
  readonly #styles: readonly Style[];
  readonly #inkOf: PackedShapes["inkOf"];
  readonly #taken: Uint8Array;
  readonly #told: Uint8Array;
  readonly #columns: Uint8Array;
  readonly #others: Uint8Array;
  #hasLost = false;

  /** Reads a leaf that {@link writeLeaf} wrote. */
  constructor(r: ByteReader, { styles, others, inkOf }: PackedShapes) {
    this.#styles = styles;
    this.#inkOf = inkOf;
    this.maker = r.varint(2 ** 21 - 1) as MemberId;
    this.place = r.varint(2 ** 20);
    this.#others = others.view(r.varint());
    this.#taken = r.raw(SLOT_BYTES);
    this.#told = this.#others.length > 0 ? r.view(SLOT_BYTES) : this.#taken.slice();
    this.isKept = r.varint(1) === KEPT;
    this.#columns = r.view(r.varint());
    const last = this.#taken.findLastIndex((byte) => byte > 0);
    if (last < 0) r.fail("holds a leaf without shapes");
    const count = this.place * LEAF_WIDTH + 8 * last + 31 - Math.clz32(this.#taken[last]!);
    if (!hasPlace(shapeId(this.maker, count))) r.fail("holds a leaf that has no place");
  }

  /** True when it stands after another one on a board. */
  isAfter(other: { readonly maker: number; readonly place: number }): boolean {
    return this.maker > other.maker || (this.maker === other.maker && this.place > other.place);
  }

  get isEmpty(): boolean {
    return this.#taken.every((byte) => byte === 0);
  }

  drop(slot: number): boolean {
    const bit = 1 << (slot & 7);
    if ((this.#taken[slot >> 3]! & bit) === 0) return false;
    this.#taken[slot >> 3]! &= ~bit;
    this.#hasLost = true;
    return true;
  }

  /** @param inkOf gives the ink of its strokes when it is not kept by the tape. */
  make(inkOf = this.#inkOf): (Shape | null)[] {
    const leaf = this.#strokes(inkOf);
    for (const shape of readOthers(this.#others, this.#inkOf)) {
      const slot = countOf(shape.id) - this.place * LEAF_WIDTH;
      if (makerOf(shape.id) !== this.maker || slot < 0 || slot >= LEAF_WIDTH) continue;
      while (leaf.length < slot) leaf.push(null);
      leaf[slot] = shape;
    }
    if (this.#hasLost) leaf.forEach((_, slot) => isSet(this.#taken, slot) || (leaf[slot] = null));
    while (leaf.length > 0 && leaf.at(-1) === null) leaf.length -= 1;
    return leaf;
  }

  #strokes(inkOf: PackedShapes["inkOf"]): (Shape | null)[] {
    const { maker, place, isKept } = this;
    const slots: number[] = [];
    for (let slot = 0; slot < LEAF_WIDTH; slot++) if (isSet(this.#told, slot)) slots.push(slot);
    if (slots.length === 0) return [];
    try {
      return readStrokes(this.#columns, { maker, place, slots, isKept }, this.#styles, inkOf);
    } catch (error) {
      if (isInktapeError(error)) return [];
      throw error;
    }
  }
}

function isSet(bits: Uint8Array, slot: number): boolean {
  return ((bits[slot >> 3]! >> (slot & 7)) & 1) === 1;
}
