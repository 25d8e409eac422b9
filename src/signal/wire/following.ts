import type { ShapeId } from "../ids.js";
import { LIMITS } from "../limits.js";
import type { Signal } from "../signal.js";
import { ByteReader } from "./bytes.js";
import type { ByteWriter } from "./byte-writer.js";
import { readPointBatch } from "./ink-batch.js";
import { writePointBatch } from "./write-ink-batch.js";
import { FOLLOWING } from "./signal-codes.js";
import { readCode, readSignalOf } from "./signals.js";
import { writeSignal } from "./write-signal.js";

/**
 * Writes a signal that stands in a frame behind others that the same member said at the same time: as
 * {@link writeSignal} does, but ink that goes on with the stroke of the signal before does not name it again, and the end
 * of a stroke has no length.
 *
 * @param stroke what {@link strokeOf} says of the signal before; null for the first.
 */
export function writeFollowing(writer: ByteWriter, signal: Signal, stroke: ShapeId | null): void {
  if (signal.type === "ink.append" && signal.id === stroke) {
    writer.varint(FOLLOWING.append);
    writer.sized(() => writePointBatch(writer, signal.points));
  } else if (signal.type === "ink.end" && signal.id === stroke) writer.varint(FOLLOWING.end);
  else writeSignal(writer, signal);
}

/** Reads what {@link writeFollowing} wrote behind the same signal. Throws as {@link readSignal} does. */
export function readFollowing(reader: ByteReader, stroke: ShapeId | null): Signal {
  const code = readCode(reader);
  if (stroke === null) return readSignalOf(code, reader);
  if (code === FOLLOWING.end) return { type: "ink.end", id: stroke };
  if (code !== FOLLOWING.append) return readSignalOf(code, reader);
  const body = new ByteReader(reader.view(reader.varint(LIMITS.frameBytes)), 'signal "ink.append"');
  const points = readPointBatch(body, LIMITS.appendPoints);
  body.end();
  return { type: "ink.append", id: stroke, points };
}

/** The stroke that a signal draws; null for what draws none. */
export function strokeOf(signal: Signal): ShapeId | null {
  if (signal.type === "ink.begin") return signal.shape.id;
  return signal.type === "ink.append" || signal.type === "ink.end" ? signal.id : null;
}
