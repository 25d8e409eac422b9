import { z } from "zod";
import type { RoomId } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";

const text = z.string().max(LIMITS.nameBytes);

/** What a token says, besides the registered claims of RFC 7519 (`exp`, `nbf`, `iat`). */
export const claimsSchema = z.object({
  /** The room, or a pattern of rooms in which `*` stands for any letters: `class-7b`, `school-12.*`, `*`. */
  room: text.min(1),
  /** The most that its bearer may do. Default `reader`. */
  role: z.enum(["admin", "writer", "reader"]).default("reader"),
  /** Who its bearer is, and by what name the others see them. */
  user: text.optional(),
  name: text.optional(),
  /** Whether its bearer may ask for recording. Default false. */
  record: z.boolean().default(false),
  /** Whether its bearer may read recordings. Default true. */
  replay: z.boolean().default(true),
  /** Until when it is good, in seconds since 1970. */
  exp: z.number().optional(),
});

/** What a token says. */
export type Claims = z.infer<typeof claimsSchema>;

/** True for a room that the pattern of a token names. */
export function isRoomNamed(pattern: string, room: RoomId): boolean {
  const parts = pattern.split("*");
  const [start = "", end = ""] = [parts[0], parts.at(-1)];
  if (parts.length === 1) return room === pattern;
  if (room.length < start.length + end.length || !room.startsWith(start) || !room.endsWith(end)) return false;
  let at = start.length;
  for (const part of parts.slice(1, -1)) {
    const found = room.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= room.length - end.length;
}
