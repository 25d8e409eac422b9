import { z } from "zod";
import { isInktapeError } from "../../../signal/errors.js";
import { roomId, type MemberId, type Millis, type Seq } from "../../../signal/ids.js";

const MOST = Number.MAX_SAFE_INTEGER;
const WHOLE = /^\d{1,16}$/;

/** A room's name, in a path or in JSON. */
export const roomSchema = z
  .string()
  .max(128)
  .transform((name, context) => {
    try {
      return roomId(name);
    } catch (error) {
      context.addIssue({ code: "custom", message: isInktapeError(error) ? error.message : String(error) });
      return z.NEVER;
    }
  })
  .meta({ description: "The room: 1 to 128 letters, digits and . _ ~ -", example: "algebra" });

/** A whole number in a path or a query. */
const digits = z.string().regex(WHOLE, "give a whole number").transform(Number);
const wholeText = digits.pipe(z.number().max(MOST));

export const millisText = wholeText
  .transform((value) => value as Millis)
  .meta({ description: "A time, in milliseconds since 1970", example: "1763798400000" });
export const seqText = digits
  .pipe(z.number().min(1).max(MOST))
  .transform((value) => value as Seq)
  .meta({ description: "The number of an entry, from 1" });
export const limitText = digits
  .pipe(z.number().min(1).max(1000))
  .default(100)
  .meta({ description: "How many rooms at most: 1 to 1000, 100 when it is left out" });
export const editionText = wholeText
  .optional()
  .meta({ description: "The edition of the timeline that named it: another one's is not there any more" });

const whole = z.number().int().min(0);
export const millis = whole.transform((value) => value as Millis).meta({ description: "Milliseconds since 1970" });
export const member = whole
  .min(1)
  .transform((value) => value as MemberId)
  .meta({ description: "A member's number in the room, from 1" });

/** A room in answers. */
export const roomAnswer = z
  .object({
    room: z.string(),
    created: whole.meta({ description: "When it was made, milliseconds since 1970" }),
    lastAt: whole.meta({ description: "When something last happened, milliseconds since 1970" }),
    entries: whole.meta({ description: "How many entries its log has" }),
    bytes: whole.meta({ description: "What it takes on storage" }),
    isRecorded: z.boolean().meta({ description: "Whether there is a recording" }),
    isClosed: z.boolean().meta({ description: "Whether nobody is let in" }),
  })
  .meta({ id: "Room" });

const stretch = { from: whole, to: whole };

/** What was recorded of a room. */
export const recordingsAnswer = z
  .object({
    entries: whole,
    bytes: whole.meta({ description: "What the sealed part of it takes" }),
    from: whole.nullable().meta({ description: "The first moment, milliseconds since 1970; null when there is none" }),
    to: whole.nullable(),
    spans: z.array(z.object(stretch)).meta({ description: "When the room was active" }),
    members: z.array(z.object({ member: whole, user: z.string(), name: z.string(), color: z.string(), ...stretch })),
    markers: z.array(z.object({ kind: z.enum(["marker", "page"]), seq: whole, at: whole, label: z.string() })),
  })
  .meta({ id: "Recordings" });

/** An error in answers. */
export const problemAnswer = z
  .object({
    code: z.string().meta({ description: "For programs: it stays the same" }),
    message: z.string().meta({ description: "A sentence for people" }),
  })
  .meta({ id: "Problem" });
