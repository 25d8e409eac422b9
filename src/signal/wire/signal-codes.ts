import type { SignalType } from "../signal.js";

/** The kinds that this version reads and writes. */
export type KnownType = Exclude<SignalType, "unknown">;

/** Each kind's number on the wire. Never reuse one: those that are missing here stand for former forms (see signals.ts). */
export const SIGNAL_CODES: Readonly<Record<KnownType, number>> = {
  "ink.begin": 25,
  "ink.append": 24,
  "ink.end": 3,
  "shape.add": 4,
  "shape.set": 5,
  "shapes.move": 6,
  "shapes.remove": 7,
  "page.add": 8,
  "page.set": 9,
  "page.remove": 10,
  "state.set": 11,
  event: 12,
  marker: 13,
  "recording.set": 14,
  "member.join": 15,
  "member.leave": 16,
  cursor: 17,
  camera: 31,
  selection: 19,
  "shapes.scale": 28,
  "shapes.rotate": 29,
  "page.paper": 30,
  "page.lock": 21,
  "access.set": 22,
  void: 23,
};

/** Forms that stand only in frames, behind another signal (see following.ts), by their number on the wire. */
export const FOLLOWING = { append: 26, end: 27 } as const;
