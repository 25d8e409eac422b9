import type { MemberId, Millis, Seq } from "../signal/ids.js";
import type { ByteReader } from "../signal/wire/bytes.js";
import { ByteWriter } from "../signal/wire/byte-writer.js";
import { ACTIVITY_BINS } from "./activity.js";
import { readBody, readEnvelope, unknownCodec } from "./envelope.js";
import { writeEnvelope } from "./write-envelope.js";
import { readSection } from "./section.js";
import { writeSection } from "./write-section.js";
import { checkRoom, checkTimeline, TIMELINE_LIMITS } from "./timeline-check.js";
import type { BlockRef, KeyframeRef, Marker, TapeMember, Timeline, TimeRange } from "./timeline.js";

/** Codec 1: columns in one deflated section. */
const CODEC = 1;
const DEFLATE_LEVEL = 9;
/** The most that an index may unfold to: many times what a year of a busy room takes. */
const MAX_BYTES = 64 << 20;
/** A character of UTF-16 takes three bytes of UTF-8 at most. */
const TEXT_BYTES = 3 * TIMELINE_LIMITS.text;

/** What a block's flags say. */
const FLAG = { hasParts: 1, hasActivity: 2 } as const;
/** Kinds of marker by their number. Never reuse one; a number that a reader does not know is passed over. */
const MARKER_KINDS: readonly Marker["kind"][] = ["marker", "page"];

/**
 * Encodes the index of a tape: what timeline-json.ts reads, many times smaller. Lists stand column by column, numbers as
 * differences from the item before.
 *
 * Body: the section "index". Throws `tape-damaged` for an index that no reader would take.
 */
export function encodeTimeline(timeline: Timeline): Uint8Array {
  checkTimeline(timeline);
  const content = new ByteWriter();
  content.text(timeline.room);
  content.varint(timeline.created);
  content.byte(timeline.isLive ? 1 : 0);
  content.varint(timeline.now);
  writeBlocks(content, timeline.blocks);
  writeKeyframes(content, timeline.keyframes);
  writeRanges(content, timeline.stretches);
  writeMarkers(content, timeline.markers);
  writeMembers(content, timeline.members);
  const body = new ByteWriter();
  writeSection(body, content.finish(), MAX_BYTES, DEFLATE_LEVEL);
  return writeEnvelope({ kind: "index", codec: CODEC, body: body.finish() });
}

/** Reads the index of a tape, and trusts none of it. Throws `tape-damaged` or `unsupported-version`. */
export function decodeTimeline(bytes: Uint8Array): Timeline {
  const envelope = readEnvelope("index", bytes);
  if (envelope.codec !== CODEC) throw unknownCodec(envelope);
  const timeline = readBody(envelope, (reader) => {
    const section = readSection(reader, "index", MAX_BYTES);
    const read: Timeline = {
      room: checkRoom(readText(section)),
      created: section.varint() as Millis,
      isLive: section.varint(1) === 1,
      now: section.varint() as Millis,
      blocks: readBlocks(section),
      keyframes: readKeyframes(section),
      stretches: readRanges(section, readCount(section)),
      markers: readMarkers(section),
      members: readMembers(section),
    };
    section.end();
    return read;
  });
  return checkTimeline(timeline);
}

function writeBlocks(w: ByteWriter, blocks: readonly BlockRef[]): void {
  const whole = blocks.filter(({ parts }) => parts === null);
  const parted = blocks.flatMap(({ parts }) => parts ?? []);
  const told = blocks.filter(hasActivity);
  w.varint(blocks.length);
  for (const block of blocks) {
    w.byte((block.parts ? FLAG.hasParts : 0) + (hasActivity(block) ? FLAG.hasActivity : 0));
  }
  blocks.forEach(({ first }, index) => w.varint(first - 1 - (blocks[index - 1]?.last ?? 0)));
  for (const { first, last } of blocks) w.varint(last - first);
  writeTimes(w, blocks);
  for (const { bytes } of whole) w.varint(bytes);
  for (const { document } of parted) w.varint(document);
  for (const { ink } of parted) w.varint(ink);
  for (const { presence } of parted) w.varint(presence);
  for (let bin = 0; bin < ACTIVITY_BINS; bin += 2) {
    for (const { activity } of told) w.byte((activity[bin] ?? 0) * 16 + (activity[bin + 1] ?? 0));
  }
}

function readBlocks(r: ByteReader): BlockRef[] {
  const count = readCount(r);
  const flags = column(count, () => r.varint(FLAG.hasParts + FLAG.hasActivity));
  const gaps = column(count, () => r.varint());
  const lengths = column(count, () => r.varint());
  const times = readRanges(r, count);
  const parted = flags.filter((flag) => flag & FLAG.hasParts).length;
  const wholes = column(count - parted, () => r.varint());
  const [documents, inks, presences] = [0, 1, 2].map(() => column(parted, () => r.varint())) as [
    number[],
    number[],
    number[],
  ];
  const told = flags.filter((flag) => flag & FLAG.hasActivity).length;
  const pairs = column(ACTIVITY_BINS / 2, () => column(told, () => r.byte()));
  let [last, part, whole, busy] = [0, 0, 0, 0];
  return flags.map((flag, index): BlockRef => {
    const first = sum(r, last + 1, gaps[index] as number);
    last = sum(r, first, lengths[index] as number);
    const place = flag & FLAG.hasActivity ? busy++ : null;
    const activity = place === null ? [] : pairs.flatMap((pair) => halves(pair[place] as number));
    const ref = { first: first as Seq, last: last as Seq, ...(times[index] as TimeRange) };
    if (!(flag & FLAG.hasParts)) return { ...ref, bytes: wholes[whole++] as number, parts: null, activity };
    const parts = {
      document: documents[part] as number,
      ink: inks[part] as number,
      presence: presences[part] as number,
    };
    part += 1;
    return { ...ref, bytes: sum(r, sum(r, parts.document, parts.ink), parts.presence), parts, activity };
  });
}

function writeKeyframes(w: ByteWriter, keyframes: readonly KeyframeRef[]): void {
  w.varint(keyframes.length);
  writePlaces(w, keyframes);
  for (const { bytes } of keyframes) w.varint(bytes);
}

function readKeyframes(r: ByteReader): KeyframeRef[] {
  return readPlaces(r, readCount(r)).map((place) => ({ ...place, bytes: r.varint() }));
}

function writeMarkers(w: ByteWriter, markers: readonly Marker[]): void {
  w.varint(markers.length);
  for (const { kind } of markers) w.varint(MARKER_KINDS.indexOf(kind));
  writePlaces(w, markers);
  for (const { label } of markers) w.text(label);
}

function readMarkers(r: ByteReader): Marker[] {
  const count = readCount(r);
  const kinds = column(count, () => MARKER_KINDS[r.varint()]);
  const places = readPlaces(r, count);
  return places.flatMap((place, index): Marker[] => {
    const [kind, label] = [kinds[index], readText(r)];
    return kind ? [{ kind, ...place, label }] : [];
  });
}

function writeMembers(w: ByteWriter, members: readonly TapeMember[]): void {
  w.varint(members.length);
  for (const { member } of members) w.varint(member);
  for (const { user } of members) w.text(user);
  for (const { name } of members) w.text(name);
  for (const { color } of members) w.text(color);
  members.forEach(({ from }, index) => w.zigzag(from - (members[index - 1]?.from ?? 0)));
  for (const { from, to } of members) w.varint(to - from);
}

function readMembers(r: ByteReader): TapeMember[] {
  const count = readCount(r);
  const numbers = column(count, () => r.varint());
  const [users, names, colors] = [0, 1, 2].map(() => column(count, () => readText(r))) as [
    string[],
    string[],
    string[],
  ];
  let from = 0;
  const starts = column(count, () => (from = sum(r, from, r.zigzag())));
  return starts.map((start, index) => ({
    member: numbers[index] as MemberId,
    user: users[index] as string,
    name: names[index] as string,
    color: colors[index] as string,
    from: start as Millis,
    to: sum(r, start, r.varint()) as Millis,
  }));
}

/** How many stretches there are, and when each was. */
function writeRanges(w: ByteWriter, ranges: readonly TimeRange[]): void {
  w.varint(ranges.length);
  writeTimes(w, ranges);
}

/** Stretches in order: the pauses before them, then how long they are. */
function writeTimes(w: ByteWriter, ranges: readonly TimeRange[]): void {
  ranges.forEach(({ from }, index) => w.varint(from - (ranges[index - 1]?.to ?? 0)));
  for (const { from, to } of ranges) w.varint(to - from);
}

function readRanges(r: ByteReader, count: number): TimeRange[] {
  const pauses = column(count, () => r.varint());
  let to = 0;
  return pauses.map((pause): TimeRange => {
    const from = sum(r, to, pause);
    to = sum(r, from, r.varint());
    return { from: from as Millis, to: to as Millis };
  });
}

/** Places in the log, in order: seqs, then times. */
function writePlaces(w: ByteWriter, places: readonly { readonly seq: Seq; readonly at: Millis }[]): void {
  places.forEach(({ seq }, index) => w.varint(seq - (places[index - 1]?.seq ?? 0)));
  places.forEach(({ at }, index) => w.varint(at - (places[index - 1]?.at ?? 0)));
}

function readPlaces(r: ByteReader, count: number): { seq: Seq; at: Millis }[] {
  let [seq, at] = [0, 0];
  const seqs = column(count, () => (seq = sum(r, seq, r.varint())));
  return seqs.map((place) => ({ seq: place as Seq, at: (at = sum(r, at, r.varint())) as Millis }));
}

function readCount(r: ByteReader): number {
  const count = r.varint(TIMELINE_LIMITS.items);
  return count > r.left ? r.fail(`announces ${count} items, more than its bytes can hold`) : count;
}

function readText(r: ByteReader): string {
  const text = r.text(TEXT_BYTES);
  return text.length > TIMELINE_LIMITS.text ? r.fail(`holds a name of ${text.length} characters`) : text;
}

function column<T>(length: number, read: () => T): T[] {
  return Array.from({ length }, read);
}

function sum(r: ByteReader, a: number, b: number): number {
  return Number.isSafeInteger(a + b) && a + b >= 0 ? a + b : r.fail("holds a number that cannot be");
}

function halves(byte: number): [number, number] {
  return [byte >> 4, byte & 15];
}

function hasActivity({ activity }: BlockRef): boolean {
  return activity.length > 0;
}
