import { InktapeError } from "../signal/errors.js";
import { roomId, type MemberId, type Millis, type RoomId, type Seq } from "../signal/ids.js";
import type { BlockRef, KeyframeRef, Marker, TapeMember, Timeline, TimeRange } from "./timeline.js";

/** The most items a list of a timeline may have. */
const MAX_ITEMS = 1_000_000;
const MAX_TEXT = 1024;

/**
 * Reads a timeline that came as JSON, and trusts none of it: every number is whole and not below 0, lists are in order,
 * blocks do not overlap. Fields and kinds of marker that this version does not know are left out.
 *
 * Throws `tape-damaged`, naming the field.
 */
export function parseTimeline(value: unknown): Timeline {
  const field = new Field("timeline", value);
  const timeline: Timeline = {
    room: readRoom(field.of("room")),
    created: field.of("created").millis(),
    isLive: field.of("isLive").flag(),
    now: field.of("now").millis(),
    blocks: field.of("blocks").list(readBlock),
    keyframes: field.of("keyframes").list(readKeyframe),
    stretches: field.of("stretches").list(readRange),
    markers: field.of("markers").list(readMarker).filter(isKnownMarker),
    members: field.of("members").list(readMember),
  };
  checkOrder(field.of("blocks"), timeline.blocks, (before, next) => next.first > before.last && next.from >= before.to);
  checkOrder(
    field.of("keyframes"),
    timeline.keyframes,
    (before, next) => next.seq > before.seq && next.at >= before.at,
  );
  checkOrder(field.of("stretches"), timeline.stretches, (before, next) => next.from > before.to);
  checkOrder(field.of("markers"), timeline.markers, (before, next) => next.seq > before.seq && next.at >= before.at);
  return timeline;
}

/** A value with the way that led to it, so that an error can say where. */
class Field {
  constructor(
    readonly path: string,
    readonly value: unknown,
  ) {}

  of(name: string): Field {
    if (typeof this.value !== "object" || this.value === null || Array.isArray(this.value)) {
      this.fail("is not an object");
    }
    const owned = Object.hasOwn(this.value, name) ? (this.value as Record<string, unknown>)[name] : undefined;
    return new Field(`${this.path}.${name}`, owned);
  }

  list<T>(read: (field: Field) => T): T[] {
    if (!Array.isArray(this.value)) this.fail("is not a list");
    if (this.value.length > MAX_ITEMS) this.fail(`has ${this.value.length} items; at most ${MAX_ITEMS} are allowed`);
    return this.value.map((item, index) => read(new Field(`${this.path}[${index}]`, item)));
  }

  whole(): number {
    if (!Number.isSafeInteger(this.value) || (this.value as number) < 0) this.fail("is not a whole number from 0");
    return this.value as number;
  }

  millis(): Millis {
    return this.whole() as Millis;
  }

  seq(): Seq {
    return this.whole() as Seq;
  }

  text(): string {
    if (typeof this.value !== "string") this.fail("is not text");
    if (this.value.length > MAX_TEXT) this.fail(`has ${this.value.length} characters; at most ${MAX_TEXT} are allowed`);
    return this.value;
  }

  flag(): boolean {
    if (typeof this.value !== "boolean") this.fail("is neither true nor false");
    return this.value;
  }

  fail(problem: string): never {
    throw new InktapeError("tape-damaged", `The tape's index cannot be used: ${this.path} ${problem}.`);
  }
}

function readRoom(field: Field): RoomId {
  try {
    return roomId(field.text());
  } catch (cause) {
    throw new InktapeError("tape-damaged", `The tape's index cannot be used: ${field.path} names no room.`, { cause });
  }
}

function readRange(field: Field): TimeRange {
  const range = { from: field.of("from").millis(), to: field.of("to").millis() };
  if (range.to < range.from) field.fail("ends before it begins");
  return range;
}

function readBlock(field: Field): BlockRef {
  const [first, last] = [field.of("first").seq(), field.of("last").seq()];
  if (first === 0 || last < first) field.fail("holds no entries");
  return { first, last, ...readRange(field), bytes: field.of("bytes").whole() };
}

function readKeyframe(field: Field): KeyframeRef {
  return { seq: field.of("seq").seq(), at: field.of("at").millis(), bytes: field.of("bytes").whole() };
}

function readMarker(field: Field): Omit<Marker, "kind"> & { kind: string } {
  return {
    kind: field.of("kind").text(),
    seq: field.of("seq").seq(),
    at: field.of("at").millis(),
    label: field.of("label").text(),
  };
}

function isKnownMarker(marker: Omit<Marker, "kind"> & { kind: string }): marker is Marker {
  return marker.kind === "marker" || marker.kind === "page";
}

function readMember(field: Field): TapeMember {
  return {
    member: field.of("member").whole() as MemberId,
    user: field.of("user").text(),
    name: field.of("name").text(),
    color: field.of("color").text(),
    ...readRange(field),
  };
}

function checkOrder<T>(list: Field, items: readonly T[], follows: (before: T, next: T) => boolean): void {
  items.forEach((item, index) => {
    const before = items[index - 1];
    if (before && !follows(before, item)) new Field(`${list.path}[${index}]`, item).fail("is out of order");
  });
}
