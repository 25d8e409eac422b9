import fc from "fast-check";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type PageId, type Seq } from "../../src/signal/ids.js";
import { INK_STRIDE, type InkPoints } from "../../src/signal/ink.js";
import type { Signal } from "../../src/signal/signal.js";
import { IDS_PER_MEMBER, length } from "./pools.js";
import { arbitraryPoints, headerOf } from "./arbitrary-shape.js";
import { arbitrarySignal, profile } from "./arbitrary-signal.js";

/** When every log here begins: 1 January 2026, 12:00 UTC. */
export const LOG_START = Date.UTC(2026, 0, 1, 12) as Millis;

/** What one member does in one go. */
interface Gesture {
  readonly by: MemberId;
  readonly signals: readonly Signal[];
}

/** A whole stroke, now and then without an end: someone fell off the net. */
function strokeOf(by: MemberId): fc.Arbitrary<Signal[]> {
  const own = fc.integer({ min: 0, max: IDS_PER_MEMBER }).map((count) => shapeId(by, count));
  return fc
    .record({
      shape: headerOf(own),
      batches: fc.array(arbitraryPoints(6), { maxLength: 5 }),
      hasEnd: fc.integer({ max: 5, min: 0 }),
    })
    .map(({ shape, batches, hasEnd }) => [
      { type: "ink.begin", shape: { ...shape, page: "page" as PageId } },
      ...batches.map((points): Signal => ({
        type: "ink.append",
        id: shape.id,
        points: later(points, batches.indexOf(points)),
      })),
      ...(hasEnd > 0 ? [{ type: "ink.end", id: shape.id } as const] : []),
    ]);
}

/** The points with their times moved behind those of the batches before. */
function later(points: InkPoints, batch: number): InkPoints {
  return points.map((value, index) => (index % INK_STRIDE === 2 ? value + batch * 1000 : value));
}

function gesture(members: number): fc.Arbitrary<Gesture> {
  return fc.integer({ min: 1, max: members }).chain((member) => {
    const by = member as MemberId;
    const pointing = fc.array(
      fc
        .record({ x: length, y: length })
        .map((place): Signal => ({ type: "cursor", cursor: { page: "page" as PageId, ...place } })),
      { minLength: 1, maxLength: 6 },
    );
    const signals = fc.oneof(
      { weight: 4, arbitrary: strokeOf(by) },
      { weight: 2, arbitrary: pointing },
      { weight: 3, arbitrary: fc.array(arbitrarySignal(members), { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: profile.map((profile): Signal[] => [{ type: "member.join", profile }]) },
    );
    return signals.map((signals) => ({ by, signals }));
  });
}

/** Pauses between entries: none, a pen's pace, a breath, a night. */
const pause = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 9000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 8 * 3_600_000 }) },
);

/**
 * A log from its first entry: `members` people who mostly do sensible things at the same time, and some nonsense.
 * Seqs have no gaps, times never run backwards, and every member's count rises.
 */
export function arbitraryLog(members = 3, size = 40): fc.Arbitrary<Entry[]> {
  const joins = fc.tuple(...Array.from({ length: members }, () => profile));
  return fc
    .record({
      joins,
      gestures: fc.array(gesture(members), { maxLength: size }),
      picks: fc.array(fc.nat(), { minLength: 64, maxLength: 64 }),
      pauses: fc.array(pause, { minLength: 32, maxLength: 32 }),
    })
    .map(({ joins, gestures, picks, pauses }) => {
      const first = joins.map((profile, index): Gesture => ({
        by: (index + 1) as MemberId,
        signals: [{ type: "member.join", profile }],
      }));
      return stamp([...first.flatMap(single), ...interleave(gestures, picks)], pauses);
    });
}

type Said = Pick<Entry, "by" | "signal">;

function single({ by, signals }: Gesture): Said[] {
  return signals.map((signal) => ({ by, signal }));
}

/** Mixes the members' gestures; each member's own stay in order. */
function interleave(gestures: readonly Gesture[], picks: readonly number[]): Said[] {
  const authors = [...new Set(gestures.map(({ by }) => by))];
  const queues = authors.map((author) => gestures.filter(({ by }) => by === author).flatMap(single));
  const mixed: Said[] = [];
  for (let open = queues; open.length > 0; open = open.filter((queue) => queue.length > 0)) {
    const pick = picks[mixed.length % picks.length] as number;
    mixed.push(...(open[pick % open.length]?.splice(0, 1) ?? []));
  }
  return mixed;
}

function stamp(said: readonly Said[], pauses: readonly number[]): Entry[] {
  const counts = new Map<MemberId, number>();
  let at = LOG_START;
  return said.map(({ by, signal }, index) => {
    const clientSeq = (counts.get(by) ?? 0) + 1;
    counts.set(by, clientSeq);
    at = (at + (pauses[index % pauses.length] as number)) as Millis;
    return { seq: (index + 1) as Seq, at, by, clientSeq, signal };
  });
}
