import type { Entry } from "../signal/entry.js";
import type { Signal } from "../signal/signal.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { writeSignal } from "../signal/wire/write-signal.js";
import { isSamePoints } from "./same-points.js";

/** True when both entries say the same at the same place, as the wire would carry them. */
export function isSameEntry(a: Entry, b: Entry | undefined): boolean {
  return (
    b !== undefined &&
    a.seq === b.seq &&
    a.at === b.at &&
    a.by === b.by &&
    a.clientSeq === b.clientSeq &&
    (a.signal === b.signal || isSameAppend(a.signal, b.signal) || isSameSignal(a.signal, b.signal))
  );
}

/** Points come by the thousand: they are compared without being written. */
function isSameAppend(a: Signal, b: Signal): boolean {
  return a.type === "ink.append" && b.type === "ink.append" && a.id === b.id && isSamePoints(a.points, b.points);
}

function isSameSignal(a: Signal, b: Signal): boolean {
  const writer = new ByteWriter();
  writeSignal(writer, a);
  const length = writer.length;
  writeSignal(writer, b);
  const bytes = writer.finish();
  if (bytes.length !== 2 * length) return false;
  for (let at = 0; at < length; at++) if (bytes[at] !== bytes[length + at]) return false;
  return true;
}
