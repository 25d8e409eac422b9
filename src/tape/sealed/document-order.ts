import type { MemberId, Seq } from "../../signal/ids.js";
import type { ByteReader } from "../../signal/wire/bytes.js";
import type { DocumentOps, InkHead } from "./document-ops.js";
import { UNTOLD, type DocumentTrack, type StrokeHead, type Told } from "./document-track.js";
import { nextOps } from "./next-ops.js";
import type { OrderColumns } from "./order-columns.js";
import { OP, type Op } from "./op.js";

/** What is known of a block before its order is. */
export interface Unordered {
  readonly first: Seq;
  readonly count: number;
  readonly length: number;
  readonly ops: DocumentOps;
}

/** Puts the ops and the points of live strokes into their order. Fails for an order that cannot be. */
export function readTrack(
  r: ByteReader,
  { first, count, length, ops }: Unordered,
  columns: OrderColumns,
): DocumentTrack {
  const runs = readRuns(r, columns, count, length);
  const next = nextOps(ops.ops, ops.authors, ops.times);
  const track = {
    ops: new Uint8Array(length),
    authors: new Uint32Array(length),
    clientSeqs: new Float64Array(length),
    times: new Float64Array(length).fill(UNTOLD),
    batches: new Uint32Array(length),
  };
  const open = new Map<number, number[]>();
  const told: Told[] = Array.from({ length });
  let passed = 0;
  for (let place = 0; place < length; place++) {
    const by = columns.append(null, next[passed]);
    if (by === null) {
      if (passed === next.length) r.fail("lacks entries that it counts");
      placeOp(ops, passed, place, track, told, open);
      columns.pass(next[passed++]!);
    } else {
      const places = open.get(by) ?? r.fail("goes on with a stroke that nobody began");
      track.batches[place] = places.push(place) - 2;
      track.ops[place] = OP.append;
      track.authors[place] = by;
    }
    const clientSeq = columns.clientSeq(0, track.authors[place]!, track.ops[place] as Op);
    if (!(Number.isSafeInteger(clientSeq) && clientSeq >= 0)) r.fail("holds an entry with an impossible count");
    track.clientSeqs[place] = clientSeq;
  }
  if (passed < next.length) r.fail("has more ops than entries");
  return { ...track, first, count, runs, told, offsets: offsetsOf(runs, length) };
}

function placeOp(
  { ops, authors, times, told: opTold }: DocumentOps,
  index: number,
  place: number,
  track: { readonly ops: Uint8Array; readonly authors: Uint32Array; readonly times: Float64Array },
  told: Told[],
  open: Map<number, number[]>,
): void {
  const [op, by] = [ops[index]!, authors[index]!];
  track.ops[place] = op;
  track.authors[place] = by;
  track.times[place] = times[index]!;
  const what = opTold[index]!;
  if (what.type !== "stroke") told[place] = what;
  else if (op === OP.begin) open.set(by, [place]);
  else {
    const places = [...(open.get(by) ?? []), place];
    const stroke = strokeAt(what.stroke, places);
    for (const own of places) told[own] = { type: "stroke", stroke };
    open.delete(by);
  }
}

function strokeAt({ header, by, item }: InkHead, places: readonly number[]): StrokeHead {
  const [begin, end] = [places[0] as number, places.at(-1) as number];
  return { header, by: by as MemberId, item, begin, end, batches: places.length - 2 };
}

function readRuns(r: ByteReader, columns: OrderColumns, count: number, length: number): number[] {
  const runs: number[] = [];
  let [left, documents] = [count, 0];
  while (left > 0) {
    const run = columns.run(0, runs.length % 2);
    if (!(run <= left && (run > 0 || (run === 0 && runs.length === 0)))) r.fail("holds an impossible run");
    if (runs.length % 2 === 0) documents += run;
    left -= run;
    runs.push(run);
  }
  if (documents !== length) r.fail(`holds ${documents} entries of the document where it says ${length}`);
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
