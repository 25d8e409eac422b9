import type { Entry } from "../../signal/entry.js";
import type { MemberId, Seq } from "../../signal/ids.js";
import type { InkHeader } from "../../signal/shape.js";
import { trackOf } from "../../signal/signal.js";
import { ByteWriter, type ByteReader } from "../../signal/wire/bytes.js";
import { readInkHeader, writeShape } from "../../signal/wire/shapes.js";
import { readSignal, writeSignal } from "../../signal/wire/signals.js";
import { readBody, readEnvelope, unknownCodec, writeEnvelope } from "../envelope.js";
import { ArithmeticDecoder, ArithmeticEncoder } from "../ink/arithmetic-coder.js";
import { readSection, writeSection } from "../section.js";
import { DocumentColumns, type ColumnEntry } from "./document-columns.js";
import { headerOf, UNTOLD, type DocumentTrack, type Told } from "./document-track.js";
import { HeadColumns } from "./head-columns.js";
import { SEALED_LIMITS } from "./limits.js";
import { OP, type Op, type Plan } from "./plan.js";

/** Codec 1: arithmetic coded columns, then words in a deflated section. */
const CODEC = 1;
const DEFLATE_LEVEL = 9;

/**
 * Encodes the document part of a block: all that a seek must read of it. Of live strokes it has the heads, the number of
 * batches and the times of begin and end; their points are left to the ink part, like those of added ink. What the
 * columns cannot tell stands in the section "words", in the wire's form.
 *
 * @param entries the whole block, of both tracks.
 * @param plan of its document entries.
 */
export function encodeDocument(entries: readonly Entry[], plan: Plan): Uint8Array {
  const first = entries[0] as Entry;
  const own = entries.filter(({ signal }) => trackOf(signal) === "document");
  const body = new ByteWriter();
  body.varint(entries.length);
  body.varint(first.seq);
  body.varint(first.at);
  body.varint(own.length);
  const coder = new ArithmeticEncoder();
  const words = new ByteWriter();
  const columns = new DocumentColumns(coder, first.at);
  const heads = new HeadColumns(coder, (header) => (writeShape(words, header as InkHeader), header as InkHeader));
  runsOf(entries).forEach((run, index) => columns.run(run, index % 2));
  own.forEach(({ by, clientSeq, at, signal }, place) => {
    const op = plan.ops[place] as Op;
    columns.entry({ by, op, clientSeq, at });
    if (op === OP.begin && signal.type === "ink.begin") heads.head(by, signal.shape);
    else if (op === OP.add && signal.type === "shape.add") heads.head(by, headerOf(signal.shape));
    else if (op === OP.other) writeSignal(words, signal);
  });
  body.bytes(coder.finish());
  writeSection(body, words.finish(), SEALED_LIMITS.sectionBytes, DEFLATE_LEVEL);
  return writeEnvelope({ kind: "document", codec: CODEC, body: body.finish() });
}

/** Reads a document part. Throws `tape-damaged` or `unsupported-version`. */
export function decodeDocument(bytes: Uint8Array): DocumentTrack {
  const envelope = readEnvelope("document", bytes);
  if (envelope.codec !== CODEC) throw unknownCodec(envelope);
  return readBody(envelope, readTrack);
}

function readTrack(reader: ByteReader): DocumentTrack {
  const count = reader.varint(SEALED_LIMITS.entries);
  const first = reader.varint(Number.MAX_SAFE_INTEGER - count) as Seq;
  const at = reader.varint();
  const length = reader.varint(count);
  if (count === 0 || first === 0) reader.fail("holds no entry that a log could have");
  const coder = new ArithmeticDecoder(reader.bytes(reader.left));
  const words = readSection(reader, "words", SEALED_LIMITS.sectionBytes);
  const columns = new DocumentColumns(coder, at);
  const heads = new HeadColumns(coder, () => readInkHeader(words));
  const runs = readRuns(reader, columns, count, length);
  const track = { first, count, runs, ...emptyColumns(length), offsets: offsetsOf(runs, length) };
  const told: Told[] = Array.from({ length });
  const items = new Map<MemberId, number>();
  const open = new Map<MemberId, { header: InkHeader; item: number; places: number[] }>();
  const nextItem = (by: MemberId) => {
    const item = items.get(by) ?? 0;
    items.set(by, item + 1);
    return item;
  };
  const entry: ColumnEntry = { by: 0, op: OP.other, clientSeq: 0, at };
  const adds: { place: number; by: MemberId; header: InkHeader }[] = [];
  let last = at;
  for (let place = 0; place < length; place++) {
    columns.entry(entry);
    const by = entry.by as MemberId;
    if (coder.isOverrun) reader.fail("ends inside its columns");
    checkEntry(reader, entry, last);
    const stroke = open.get(by);
    if ((entry.op === OP.append || entry.op === OP.end) && !stroke)
      reader.fail("goes on with a stroke that nobody began");
    if (entry.op === OP.begin) {
      if (stroke) reader.fail("begins a stroke inside another");
      open.set(by, { header: heads.head(by, null), item: nextItem(by), places: [place] });
    } else if (entry.op === OP.append && stroke) track.batches[place] = stroke.places.push(place) - 2;
    else if (entry.op === OP.end && stroke) {
      const { header, item, places } = stroke;
      const head = { header, by, begin: places[0] as number, end: place, batches: places.length - 1, item };
      for (const own of [...places, place]) told[own] = { type: "stroke", stroke: head };
      open.delete(by);
    } else if (entry.op === OP.add) adds.push({ place, by, header: heads.head(by, null) });
    else told[place] = { type: "signal", signal: readSignal(words) };
    track.ops[place] = entry.op;
    track.authors[place] = by;
    track.clientSeqs[place] = entry.clientSeq;
    track.times[place] = entry.op === OP.append ? UNTOLD : entry.at;
    last = entry.at;
  }
  if (open.size > 0) reader.fail("leaves a stroke without an end");
  // An author's added ink stands after its strokes in the ink part.
  for (const { place, by, header } of adds) {
    told[place] = { type: "added", added: { header, by, item: nextItem(by) } };
  }
  words.end();
  return { ...track, told };
}

function emptyColumns(length: number) {
  return {
    ops: new Uint8Array(length),
    authors: new Uint32Array(length),
    clientSeqs: new Float64Array(length),
    batches: new Uint32Array(length),
    times: new Float64Array(length),
  };
}

function checkEntry(reader: ByteReader, { by, op, clientSeq, at }: ColumnEntry, last: number): void {
  if (!(by >= 0 && by < 2 ** 21)) reader.fail("names an author that cannot be");
  if (!(op >= OP.append && op <= OP.other)) reader.fail("holds an entry of no kind");
  if (!(Number.isSafeInteger(clientSeq) && clientSeq >= 0)) reader.fail("holds an entry with an impossible count");
  if (!(Number.isSafeInteger(at) && at >= last)) reader.fail("holds entries whose time runs backwards");
}

/** Lengths of the runs of one track, the document's first. */
function runsOf(entries: readonly Entry[]): number[] {
  const runs = [0];
  for (const { signal } of entries) {
    const isDocument = runs.length % 2 === 1;
    if ((trackOf(signal) === "document") !== isDocument) runs.push(0);
    runs[runs.length - 1] = (runs.at(-1) as number) + 1;
  }
  return runs;
}

function readRuns(reader: ByteReader, columns: DocumentColumns, count: number, length: number): number[] {
  const runs: number[] = [];
  let [left, documents] = [count, 0];
  while (left > 0) {
    const run = columns.run(0, runs.length % 2);
    if (!(run <= left && (run > 0 || (run === 0 && runs.length === 0)))) reader.fail("holds an impossible run");
    if (runs.length % 2 === 0) documents += run;
    left -= run;
    runs.push(run);
  }
  if (documents !== length) reader.fail(`holds ${documents} entries of the document where it says ${length}`);
  return runs;
}

function offsetsOf(runs: readonly number[], length: number): Uint32Array {
  const offsets = new Uint32Array(length);
  let [place, offset] = [0, 0];
  runs.forEach((run, index) => {
    if (index % 2 === 0) for (let step = 0; step < run; step++) offsets[place++] = offset + step;
    offset += run;
  });
  return offsets;
}
