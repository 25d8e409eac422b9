import fc from "fast-check";
import { roomId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import type { BlockRef, KeyframeRef, Marker, TapeMember, Timeline, TimeRange } from "../../src/tape/timeline.js";

const size = fc.integer({ min: 1, max: 100_000 });
const name = fc.string({ unit: "grapheme", maxLength: 12 });
const step = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 10 ** 10 }));

/** Indexes that a tape could have, and many that none would. */
export const arbitraryTimeline: fc.Arbitrary<Timeline> = fc
  .record({
    room: fc.stringMatching(/^[A-Za-z0-9~-][A-Za-z0-9._~-]{0,19}$/).map(roomId),
    created: step as fc.Arbitrary<Millis>,
    isLive: fc.boolean(),
    now: step as fc.Arbitrary<Millis>,
    blocks: fc.array(arbitraryBlock()).map(blocksInOrder),
    keyframes: fc.array(fc.record({ step, time: step, bytes: size })).map(keyframesInOrder),
    stretches: fc.array(fc.record({ pause: step, length: step })).map(rangesInOrder),
    markers: fc
      .array(fc.record({ kind: fc.constantFrom("marker", "page"), step, time: step, label: name }))
      .map(markersInOrder),
    members: fc.array(arbitraryMember()),
  })
  .filter(({ members, blocks }) => blocks.length < 1e6 && members.length < 1e6) as fc.Arbitrary<Timeline>;

function arbitraryBlock() {
  return fc.record({
    gap: step,
    length: fc.integer({ min: 0, max: 9000 }),
    pause: step,
    time: step,
    bytes: fc.nat(),
    parts: fc.option(fc.record({ document: size, ink: size, presence: size })),
    activity: fc.oneof(fc.constant([]), fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 8, maxLength: 8 })),
  });
}

type Drawn = ReturnType<typeof arbitraryBlock> extends fc.Arbitrary<infer T> ? T : never;

function blocksInOrder(drawn: readonly Drawn[]): BlockRef[] {
  let [seq, at] = [0, 0];
  return drawn.map(({ gap, length, pause, time, bytes, parts, activity }) => {
    const [first, from] = [seq + 1 + gap, at + pause];
    [seq, at] = [first + length, from + time];
    const whole = parts ? parts.document + parts.ink + parts.presence : bytes;
    return { first, last: seq, from, to: at, bytes: whole, parts, activity } as unknown as BlockRef;
  });
}

function keyframesInOrder(drawn: readonly { step: number; time: number; bytes: number }[]): KeyframeRef[] {
  let [seq, at] = [0, 0];
  return drawn.map(({ step: more, time, bytes }, index) => {
    [seq, at] = [seq + more + (index > 0 ? 1 : 0), at + time];
    return { seq: seq as Seq, at: at as Millis, bytes };
  });
}

function rangesInOrder(drawn: readonly { pause: number; length: number }[]): TimeRange[] {
  let to = 0;
  return drawn.map(({ pause, length }, index) => {
    const from = to + pause + (index > 0 ? 1 : 0);
    to = from + length;
    return { from: from as Millis, to: to as Millis };
  });
}

function markersInOrder(drawn: readonly { kind: string; step: number; time: number; label: string }[]): Marker[] {
  let [seq, at] = [0, 0];
  return drawn.map(({ kind, step: more, time, label }) => {
    [seq, at] = [seq + more + 1, at + time];
    return { kind: kind as Marker["kind"], seq: seq as Seq, at: at as Millis, label };
  });
}

function arbitraryMember(): fc.Arbitrary<TapeMember> {
  return fc
    .record({ member: fc.nat({ max: 2 ** 21 - 1 }), user: name, name, color: name, from: step, length: step })
    .map(({ length, from, member, ...said }) => ({
      member: member as MemberId,
      ...said,
      from: from as Millis,
      to: (from + length) as Millis,
    }));
}
