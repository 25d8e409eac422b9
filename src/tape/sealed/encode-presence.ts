import type { Board } from "../../board/board.js";
import type { Entry } from "../../signal/entry.js";
import type { MemberId } from "../../signal/ids.js";
import { trackOf, type Signal } from "../../signal/signal.js";
import { ByteWriter } from "../../signal/wire/byte-writer.js";
import { isSized } from "../../signal/wire/camera.js";
import { writeCamera, writeSizedCamera } from "../../signal/wire/write-camera.js";
import { writePageId, writeShapeId } from "../../signal/wire/write-shapes.js";
import { writeEnvelope } from "../write-envelope.js";
import { writeList } from "../write-forms.js";
import { hasSizedCamera, writePresence } from "../write-presence-form.js";
import { writeSection } from "../write-section.js";
import { SEALED_LIMITS } from "./limits.js";
import { PLAIN, SIZED, UNITS, KIND, type Place } from "./presence-part.js";

const DEFLATE_LEVEL = 9;

const FARTHEST = 2 ** 40;

/**
 * Encodes the presence part of a block. Like goes with like: kinds, authors, times, counts, steps in x, steps in y, and
 * the rest, each one after another. A block in which nobody was and came has an empty presence part.
 *
 * @param entries the whole block, of both tracks.
 * @param before the board right before the block.
 */
export function encodePresence(entries: readonly Entry[], before: Board): Uint8Array {
  const own = entries.filter(({ signal }) => trackOf(signal) === "presence");
  if (own.length === 0 && Object.keys(before.presence).length === 0) return new Uint8Array(0);
  const [kinds, authors, times, counts, xs, ys, rest] = Array.from({ length: 7 }, () => new ByteWriter()) as [
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
  ];
  writeList(rest, Object.entries(before.presence), writePresence);
  const clientSeqs = new Map<MemberId, number>();
  const cursors = new Map<MemberId, Place>();
  let last = entries[0]?.at ?? 0;
  for (const { by, at, clientSeq, signal } of own) {
    authors.varint(by);
    times.varint(at - last);
    last = at;
    counts.zigzag(clientSeq - (clientSeqs.get(by) ?? 0) - 1);
    clientSeqs.set(by, clientSeq);
    if (signal.type === "cursor" && signal.cursor) {
      const steps = stepsTo(cursors.get(by), signal.cursor);
      kinds.byte(steps ? KIND.cursorBy : KIND.cursorAt);
      if (steps) {
        xs.zigzag(steps.x);
        ys.zigzag(steps.y);
      } else writePlace(rest, signal.cursor);
      cursors.set(by, signal.cursor);
    } else if (signal.type === "cursor") kinds.byte(KIND.cursorGone);
    else if (signal.type === "camera") {
      kinds.byte(isSized(signal.camera) ? KIND.sizedCamera : KIND.camera);
      if (isSized(signal.camera)) writeSizedCamera(rest, signal.camera);
      else writeCamera(rest, signal.camera);
    } else if (signal.type === "selection") {
      kinds.byte(KIND.selection);
      writeList(rest, signal.ids, writeShapeId);
    }
  }
  const isPlain = !hasSizedCamera(before.presence) && !own.some(({ signal }) => isSizedCamera(signal));
  const content = new ByteWriter();
  for (const column of [kinds, authors, times, counts, xs, ys, rest]) content.raw(column.finish());
  const body = new ByteWriter();
  body.varint(own.length);
  body.varint(entries[0]?.at ?? 0);
  writeSection(body, content.finish(), SEALED_LIMITS.sectionBytes, DEFLATE_LEVEL);
  return writeEnvelope({ kind: "presence", codec: isPlain ? PLAIN : SIZED, body: body.finish() });
}

function isSizedCamera(signal: Signal): boolean {
  return signal.type === "camera" && isSized(signal.camera);
}

/** Whole sixteenths from one place to the next; null when those do not lead there exactly. */
function stepsTo(from: Place | undefined, to: Place): { x: number; y: number } | null {
  if (from?.page !== to.page) return null;
  const [x, y] = [(to.x - from.x) * UNITS, (to.y - from.y) * UNITS];
  const isExact = (step: number, start: number, end: number) =>
    Number.isInteger(step) && Math.abs(step) < FARTHEST && Object.is(start + step / UNITS, end);
  return isExact(x, from.x, to.x) && isExact(y, from.y, to.y) ? { x: x + 0, y: y + 0 } : null;
}

function writePlace(w: ByteWriter, { page, x, y }: Place): void {
  writePageId(w, page);
  w.number(x);
  w.number(y);
}
