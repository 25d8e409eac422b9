import { InktapeError } from "./errors.js";

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** A room's name, 1 to 128 characters of `A-Z a-z 0-9 . _ ~ -`, not `.` or `..`: so it can stand in an address as it is. */
export type RoomId = Brand<string, "RoomId">;
/** One connected program (a tab, a bot), chosen at random by itself; survives reconnects. Known to the authority only. */
export type ClientId = Brand<string, "ClientId">;
/** A client's number in one room, from 1, given by the room's log. 0 is the room itself. */
export type MemberId = Brand<number, "MemberId">;
/** A page of the board. */
export type PageId = Brand<string, "PageId">;
/** A shape: its maker's member id × 2³² + the maker's own count, so it says where the shape lives on the board. */
export type ShapeId = Brand<number, "ShapeId">;
/** The place of an entry in its room's log, from 1, without gaps. 0 is "before the first". */
export type Seq = Brand<number, "Seq">;
/** Milliseconds since 1970 UTC, whole. */
export type Millis = Brand<number, "Millis">;

/** The member id of the room itself: the author of what no participant did. */
export const ROOM_MEMBER = 0 as MemberId;
/** Before the first entry of any log. */
export const BEFORE_FIRST = 0 as Seq;

const SHAPES_PER_MEMBER = 2 ** 32;
const MAX_MEMBER = 2 ** 21 - 1;
/** An address with a part `.` or `..` leads elsewhere (RFC 3986, section 5.2.4). */
const ROOM_NAME = /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,128}$/;

/** True for a name that a room can have. */
export function isRoomId(name: string): name is RoomId {
  return ROOM_NAME.test(name);
}

/** Makes a room id of a name. Throws `bad-argument` for a name that cannot stand in an address. */
export function roomId(name: string): RoomId {
  if (!isRoomId(name)) {
    throw new InktapeError(
      "bad-argument",
      `"${name.slice(0, 140)}" cannot name a room: use 1 to 128 letters, digits and . _ ~ - only, and not . or .. alone.`,
    );
  }
  return name as RoomId;
}

/** Joins a maker and its count (0 to 2³²-1) into a shape id. */
export function shapeId(member: MemberId, count: number): ShapeId {
  return (member * SHAPES_PER_MEMBER + count) as ShapeId;
}

/** The member who made the shape. */
export function makerOf(id: ShapeId): MemberId {
  return Math.floor(id / SHAPES_PER_MEMBER) as MemberId;
}

/** The maker's own count for the shape. */
export function countOf(id: ShapeId): number {
  return id % SHAPES_PER_MEMBER;
}

/** True for a number that {@link shapeId} could have made. */
export function isShapeId(value: number): value is ShapeId {
  return Number.isSafeInteger(value) && value >= 0 && value / SHAPES_PER_MEMBER <= MAX_MEMBER + 1;
}
