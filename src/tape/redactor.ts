import type { Board, MutableBoard } from "../board/board.js";
import { dropShape, putShape, shapeAt, shapesOf } from "../board/leaves.js";
import type { Entry } from "../signal/entry.js";
import { makerOf, ROOM_MEMBER, type MemberId, type PageId, type ShapeId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import type { TimeRange } from "./timeline.js";

/** What is taken out of a recording: a stretch of time, both ends included, or all that a member did. */
export type Redaction = TimeRange | { readonly member: MemberId };

/**
 * Takes something out of a recording, entry by entry and in order, so that it never was: an entry becomes a `void` of
 * the room at the same place and time, and what refers to it later changes nothing. What the room and its admins ruled
 * stays, because it shows nothing and holds on: whether it records, who may do what, which pages are locked; and, of a
 * stretch of time, who came and went.
 *
 * A shape that was taken out stays out when somebody brings it back, as undoing does.
 */
export class Redactor {
  readonly #redaction: Redaction;
  readonly #shapes = new Set<ShapeId>();
  /** Shapes that were made by what was taken out. */
  readonly #made = new Set<ShapeId>();
  readonly #pages = new Set<PageId>();
  readonly #keys = new Set<string>();

  constructor(redaction: Redaction) {
    this.#redaction = redaction;
  }

  /** The entry that takes the place of one. */
  entry(entry: Entry): Entry {
    if (!this.#isOut(entry)) return entry;
    const room = { by: ROOM_MEMBER, clientSeq: 0 };
    if (isRule(entry.signal)) return { ...entry, ...room };
    this.#note(entry.signal);
    return { ...entry, ...room, signal: { type: "void", reason: "redacted" } };
  }

  /**
   * The board that takes the place of one that stands where the recording goes on after a pause: what the redaction
   * touched is on it as before the pause, all else as it was found.
   *
   * @param found is the caller's own, and is written to.
   * @param before the board before the pause, without what was taken out.
   */
  board(found: Board & MutableBoard, before: Board): Board {
    for (const page of this.#pages) replacePage(found, before, page);
    for (const id of this.#shapes) replaceShape(found, before, id);
    for (const key of this.#keys) replace(found.shared, before.shared, key);
    if ("member" in this.#redaction) dropMember(found, this.#redaction.member);
    return found;
  }

  #isOut({ at, by, signal }: Entry): boolean {
    if (signal.type === "shape.add" && this.#made.has(signal.shape.id)) return true;
    if ("member" in this.#redaction) {
      const { member } = this.#redaction;
      return by === member || (signal.type === "shape.add" && makerOf(signal.shape.id) === member);
    }
    const isPresent = at >= this.#redaction.from && at <= this.#redaction.to;
    return isPresent && signal.type !== "member.join" && signal.type !== "member.leave" && !isRule(signal);
  }

  #note(signal: Signal): void {
    switch (signal.type) {
      case "ink.begin":
      case "shape.add":
        this.#made.add(signal.shape.id);
        this.#shapes.add(signal.shape.id);
        break;
      case "ink.append":
      case "ink.end":
      case "shape.set":
        this.#shapes.add(signal.id);
        break;
      case "shapes.move":
      case "shapes.scale":
      case "shapes.rotate":
      case "shapes.remove":
        for (const id of signal.ids) this.#shapes.add(id);
        break;
      case "page.add":
      case "page.set":
      case "page.paper":
      case "page.remove":
        this.#pages.add(signal.id);
        break;
      case "state.set":
        this.#keys.add(signal.key);
        break;
      default:
    }
  }
}

function isRule({ type }: Signal): boolean {
  return type === "recording.set" || type === "access.set" || type === "page.lock";
}

function replaceShape(found: MutableBoard & Board, before: Board, id: ShapeId): void {
  const shape = shapeAt(before, id);
  if (shape && found.pages[shape.page]) putShape(found, shape);
  else if (shapeAt(found, id)) dropShape(found, id);
  replace(found.active, before.active, id);
}

function replacePage(found: MutableBoard & Board, before: Board, page: PageId): void {
  const isBack = before.pages[page] && !found.pages[page];
  replace(found.pages, before.pages, page);
  if (isBack) for (const shape of shapesOf(before)) if (shape.page === page) putShape(found, shape);
  if (before.pages[page]) return;
  for (const { id } of [...shapesOf(found)].filter((shape) => shape.page === page)) dropShape(found, id);
}

function replace<K extends PropertyKey, T>(found: { [key in K]: T }, before: { readonly [key in K]: T }, key: K): void {
  if (Object.hasOwn(before, key)) found[key] = before[key];
  else delete found[key];
}

function dropMember(board: MutableBoard & Board, member: MemberId): void {
  for (const { id } of [...shapesOf(board)]) if (makerOf(id) === member) dropShape(board, id);
  for (const { by, shape } of Object.values(board.active)) if (by === member) delete board.active[shape.id];
  delete board.members[member];
  delete board.presence[member];
}
