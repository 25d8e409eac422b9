import type { Entry } from "../../signal/entry.js";
import type { InkHeader } from "../../signal/shape.js";
import { trackOf } from "../../signal/signal.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { writeShape } from "../../signal/wire/write-shapes.js";
import { writeSignal } from "../../signal/wire/write-signal.js";
import { writeEnvelope } from "../write-envelope.js";
import { ArithmeticEncoder } from "../coding/arithmetic-encoder.js";
import { writeSection } from "../write-section.js";
import { runsOf } from "./document-runs.js";
import { headerOf } from "./document-track.js";
import { HeadColumns } from "./head-columns.js";
import { SEALED_LIMITS } from "./limits.js";
import { OpColumns } from "./op-columns.js";
import { OrderColumns } from "./order-columns.js";
import { nextOps } from "./next-ops.js";
import type { Plan } from "./plan.js";
import { OP, type Op } from "./op.js";
import { CODEC } from "./document-part.js";

const DEFLATE_LEVEL = 9;

/**
 * Encodes the document part of a block: all that a seek must read of it. Of live strokes it has the heads and the times
 * of begin and end; their points are left to the ink part, like those of added ink. What the columns cannot tell stands
 * in the section "words", in the wire's form.
 *
 * Body: number of entries, first seq, first time, number of document entries, of ops among them; the ops and the order,
 * each arithmetic coded with its length in front (see op-columns.ts, head-columns.ts, order-columns.ts); the words.
 *
 * @param entries the whole block, of both tracks.
 * @param plan of its document entries.
 */
export function encodeDocument(entries: readonly Entry[], plan: Plan): Uint8Array {
  const first = entries[0] as Entry;
  const own = entries.filter(({ signal }) => trackOf(signal) === "document");
  const ops = own.filter((_, place) => plan.ops[place] !== OP.append);
  const words = new ByteWriter();
  const body = new ByteWriter();
  for (const number of [entries.length, first.seq, first.at, own.length, ops.length]) body.varint(number);
  const kinds = plan.ops.filter((op) => op !== OP.append);
  body.bytes(encodeOps(ops, kinds, first.at, words));
  body.bytes(encodeOrder(entries, own, plan.ops, ops, kinds));
  writeSection(body, words.finish(), SEALED_LIMITS.sectionBytes, DEFLATE_LEVEL);
  return writeEnvelope({ kind: "document", codec: CODEC, body: body.finish() });
}

function encodeOps(ops: readonly Entry[], kinds: readonly Op[], from: number, words: ByteWriter): Uint8Array {
  const coder = new ArithmeticEncoder();
  const columns = new OpColumns(coder, from);
  const heads = new HeadColumns(coder, (header) => (writeShape(words, header as InkHeader), header as InkHeader));
  ops.forEach(({ by, at, signal }, index) => {
    const op = kinds[index] as Op;
    columns.entry({ by, op, at });
    if (op === OP.begin && signal.type === "ink.begin") heads.head(by, signal.shape);
    else if (op === OP.add && signal.type === "shape.add") heads.head(by, headerOf(signal.shape));
    else if (op === OP.other) writeSignal(words, signal);
  });
  return coder.finish();
}

function encodeOrder(
  entries: readonly Entry[],
  own: readonly Entry[],
  all: readonly Op[],
  ops: readonly Entry[],
  kinds: readonly Op[],
): Uint8Array {
  const coder = new ArithmeticEncoder();
  const columns = new OrderColumns(coder);
  runsOf(entries).forEach((run, index) => columns.run(run, index % 2));
  const next = nextOps(
    kinds,
    ops.map(({ by }) => by),
    ops.map(({ at }) => at),
  );
  let passed = 0;
  own.forEach(({ by, clientSeq }, place) => {
    const op = all[place] as Op;
    columns.append(op === OP.append ? by : null, next[passed]);
    if (op !== OP.append) columns.pass(next[passed++]!);
    columns.clientSeq(clientSeq, by, op);
  });
  return coder.finish();
}
