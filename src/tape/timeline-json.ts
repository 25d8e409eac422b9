import type { MemberId, Millis, Seq } from "../signal/ids.js";
import { checkRoom, checkTimeline, TIMELINE_LIMITS, unusable } from "./timeline-check.js";
import type { BlockRef, KeyframeRef, Marker, PartSizes, TapeMember, Timeline, TimeRange } from "./timeline.js";

/**
 * Reads a timeline that came as JSON, and trusts none of it: every number is whole and not below 0, lists are in order,
 * blocks do not overlap. Fields and kinds of marker that this version does not know are left out.
 *
 * Throws `tape-damaged`, naming the field.
 */
export function parseTimeline(value: unknown): Timeline {
  const field = new Field("timeline", value);
  return checkTimeline({
    room: checkRoom(field.of("room").text()),
    created: field.of("created").millis(),
    isLive: field.of("isLive").flag(),
    now: field.of("now").millis(),
    blocks: field.of("blocks").list(readBlock),
    keyframes: field.of("keyframes").list(readKeyframe),
    stretches: field.of("stretches").list(readRange),
    markers: field.of("markers").list(readMarker).filter(isKnownMarker),
    members: field.of("members").list(readMember),
  });
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
    const { length } = this.value;
    if (length > TIMELINE_LIMITS.items) {
      this.fail(`has ${length} items; at most ${TIMELINE_LIMITS.items} are allowed`);
    }
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
    const { length } = this.value;
    if (length > TIMELINE_LIMITS.text) {
      this.fail(`has ${length} characters; at most ${TIMELINE_LIMITS.text} are allowed`);
    }
    return this.value;
  }

  flag(): boolean {
    if (typeof this.value !== "boolean") this.fail("is neither true nor false");
    return this.value;
  }

  fail(problem: string): never {
    throw unusable(this.path, problem);
  }
}

function readRange(field: Field): TimeRange {
  return { from: field.of("from").millis(), to: field.of("to").millis() };
}

function readBlock(field: Field): BlockRef {
  return {
    first: field.of("first").seq(),
    last: field.of("last").seq(),
    ...readRange(field),
    bytes: field.of("bytes").whole(),
    parts: readSizes(field.of("parts")),
    activity: readActivity(field.of("activity")),
  };
}

/** Tapes of format version 1 have no parts. */
function readSizes(field: Field): PartSizes | null {
  if (field.value === undefined || field.value === null) return null;
  return {
    document: field.of("document").whole(),
    ink: field.of("ink").whole(),
    presence: field.of("presence").whole(),
  };
}

/** Tapes of format version 1 do not tell it. */
function readActivity(field: Field): number[] {
  return field.value === undefined ? [] : field.list((bin) => bin.whole());
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
