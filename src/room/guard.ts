import { InktapeError } from "../signal/errors.js";
import { makerOf, ROOM_MEMBER, type MemberId, type ShapeId } from "../signal/ids.js";
import { isAtLeast, mayDo } from "../board/rights.js";
import type { Role, Signal } from "../signal/signal.js";

/** What the guard knows of a sender. */
export interface Sender {
  readonly member: MemberId;
  /** What it was told at its welcome. */
  readonly welcomedAs: Role;
  /** What it may do now. */
  readonly role: Role;
}

/**
 * Throws for a signal that no honest client of this sender sends: `read-only` for a reader who does more than look and
 * point or one who rules and was never an admin, `bad-signal` for what no client may say. What is merely out of date
 * (a shape that is gone, a page that another member removed, a role that was just taken away) passes: gate.ts and the
 * reducer see to it.
 *
 * Ids: a stroke is begun, continued and ended under an id of the sender's own. A finished shape may also come under
 * the id of another member, because undoing a removal, or the removal of a page, brings back what others had made.
 * That gives a writer no power it has not: it may change and remove any shape anyway. But the maker must exist, so
 * that nobody takes the ids of members still to come.
 *
 * The sizes and limits of signals were checked where they were read from bytes (signal/wire).
 *
 * @param lastMember the highest number any client of this room was given.
 */
export function guardSignal(signal: Signal, sender: Sender, lastMember: MemberId): void {
  const role = isAtLeast(sender.role, sender.welcomedAs) ? sender.role : sender.welcomedAs;
  if (!mayDo(role, signal)) {
    const needed = role === "reader" ? "a writer" : "an admin";
    throw new InktapeError("read-only", `A ${role} cannot send "${signal.type}": ask for the role of ${needed}.`);
  }
  switch (signal.type) {
    case "member.join":
    case "member.leave":
    case "void":
      throw new InktapeError("bad-signal", `"${signal.type}" is written by the room only: join or leave instead.`);
    case "ink.begin":
      return guardOwn(signal.type, signal.shape.id, sender);
    case "ink.append":
    case "ink.end":
      return guardOwn(signal.type, signal.id, sender);
    case "shape.add":
      return guardMaker(signal.shape.id, lastMember);
    default:
  }
}

function guardOwn(type: Signal["type"], id: ShapeId, sender: Sender): void {
  if (makerOf(id) === sender.member) return;
  throw new InktapeError(
    "bad-signal",
    `"${type}" names the stroke ${id} of member ${makerOf(id)}; member ${sender.member} can draw its own strokes only.`,
  );
}

function guardMaker(id: ShapeId, lastMember: MemberId): void {
  const maker = makerOf(id);
  if (maker !== ROOM_MEMBER && maker <= lastMember) return;
  throw new InktapeError(
    "bad-signal",
    `"shape.add" names the shape ${id} of member ${maker}, whom this room never had.`,
  );
}
