import type { MemberId, Seq } from "../../signal/ids.js";
import type { InkHeader } from "../../signal/shape.js";
import { ByteReader } from "../../signal/wire/bytes.js";
import { readInkHeader } from "../../signal/wire/shapes.js";
import { readSignal } from "../../signal/wire/signals.js";
import { readBody, readEnvelope, unknownCodec } from "../envelope.js";
import { ArithmeticDecoder } from "../coding/arithmetic-coder.js";
import { readSection } from "../section.js";
import type { DocumentOps, InkHead, OpTold } from "./document-ops.js";
import { readTrack } from "./document-order.js";
import type { DocumentTrack } from "./document-track.js";
import { HeadColumns } from "./head-columns.js";
import { SEALED_LIMITS } from "./limits.js";
import { OpColumns, type OpEntry } from "./op-columns.js";
import { OrderColumns } from "./order-columns.js";
import { OP } from "./op.js";

/** Codec 1: arithmetic coded columns, then words in a deflated section. */
export const CODEC = 1;

/** A block's document part: its ops, and the order of all its entries for those who need it. */
export class DocumentPart {
  #track: DocumentTrack | null = null;

  constructor(
    readonly first: Seq,
    /** How many entries the block has, of both tracks. */
    readonly count: number,
    /** How many of them are the document's. */
    readonly length: number,
    readonly ops: DocumentOps,
    private readonly order: Uint8Array,
  ) {}

  get last(): Seq {
    return (this.first + this.count - 1) as Seq;
  }

  /** Every entry of the document, in order. Read when it is first asked for; throws `tape-damaged`. */
  get track(): DocumentTrack {
    this.#track ??= readBody({ kind: "document", codec: CODEC, body: this.order }, (reader) =>
      readTrack(reader, this, new OrderColumns(new ArithmeticDecoder(reader.view(reader.left)))),
    );
    return this.#track;
  }
}

/** Reads a document part. Throws `tape-damaged` or `unsupported-version`. */
export function decodeDocument(bytes: Uint8Array): DocumentPart {
  const envelope = readEnvelope("document", bytes);
  if (envelope.codec !== CODEC) throw unknownCodec(envelope);
  return readBody(envelope, (reader) => {
    const count = reader.varint(SEALED_LIMITS.entries);
    const first = reader.varint(Number.MAX_SAFE_INTEGER - count) as Seq;
    const at = reader.varint();
    const length = reader.varint(count);
    const ops = reader.varint(length);
    if (count === 0 || first === 0) reader.fail("holds no entry that a log could have");
    const coded = reader.view(reader.varint(reader.left));
    const order = reader.bytes(reader.left);
    const words = readSection(reader, "words", SEALED_LIMITS.sectionBytes);
    const read = readOps(new ByteReader(coded, "document"), coded, ops, at, words);
    words.end();
    return new DocumentPart(first, count, length, read, order);
  });
}

function readOps(r: ByteReader, coded: Uint8Array, length: number, from: number, words: ByteReader): DocumentOps {
  const coder = new ArithmeticDecoder(coded);
  const columns = new OpColumns(coder, from);
  const heads = new HeadColumns(coder, () => readInkHeader(words));
  const [ops, authors, times] = [new Uint8Array(length), new Uint32Array(length), new Float64Array(length)];
  const told: OpTold[] = [];
  const items = new Map<MemberId, number>();
  const open = new Map<MemberId, InkHead>();
  const adds: { place: number; header: InkHeader; by: MemberId }[] = [];
  const nextItem = (by: MemberId) => {
    const item = items.get(by) ?? 0;
    items.set(by, item + 1);
    return item;
  };
  const entry: OpEntry = { by: 0, op: OP.other, at: from };
  let last = from;
  for (let place = 0; place < length; place++) {
    columns.entry(entry);
    if (coder.isOverrun) r.fail("ends inside its columns");
    checkOp(r, entry, last);
    const by = entry.by as MemberId;
    const stroke = open.get(by);
    if (entry.op === OP.begin) {
      if (stroke) r.fail("begins a stroke inside another");
      const head: InkHead = { header: heads.head(by, null), by, item: nextItem(by) };
      open.set(by, head);
      told.push({ type: "stroke", stroke: head });
    } else if (entry.op === OP.end) {
      told.push({ type: "stroke", stroke: stroke ?? r.fail("ends a stroke that nobody began") });
      open.delete(by);
    } else if (entry.op === OP.add) {
      const header = heads.head(by, null);
      adds.push({ place, header, by });
      told.push({ type: "added", added: { header, by, item: 0 } });
    } else told.push({ type: "signal", signal: readSignal(words) });
    ops[place] = entry.op;
    authors[place] = by;
    times[place] = entry.at;
    last = entry.at;
  }
  if (open.size > 0) r.fail("leaves a stroke without an end");
  // An author's added ink stands after its strokes in the ink part.
  for (const { place, header, by } of adds) told[place] = { type: "added", added: { header, by, item: nextItem(by) } };
  return { ops, authors, times, told };
}

function checkOp(r: ByteReader, { by, op, at }: OpEntry, last: number): void {
  if (!(by >= 0 && by < 2 ** 21)) r.fail("names an author that cannot be");
  if (!(op > OP.append && op <= OP.other)) r.fail("holds an entry of no kind");
  if (!(Number.isSafeInteger(at) && at >= last)) r.fail("holds entries whose time runs backwards");
}
