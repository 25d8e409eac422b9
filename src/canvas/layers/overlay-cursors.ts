import type { Board } from "../../board/board.js";
import type { CursorSample } from "../../board/presence.js";
import type { InkRun } from "../../board/run.js";
import type { ActiveStroke } from "../../board/stroke.js";
import { inkColor } from "../../picture/palette.js";
import type { MemberId } from "../../signal/ids.js";
import { INK_STRIDE } from "../../signal/ink.js";
import type { Point } from "../../board/point.js";
import { lookOf } from "../glide.js";
import { revealedPoints } from "../reveal.js";
import type { Frame } from "./layer.js";
import type { CursorMark } from "./marks.js";

/** A mark, and the log's time from which it looks different by itself. */
export interface TimedCursor {
  readonly mark: CursorMark;
  readonly changesAt: number;
}

/**
 * The cursors of these members on the frame's page. No cursor is told while the pen draws: its member is where the last
 * of the stroke's points is that is to be seen (see reveal.ts), until a cursor is told after them.
 */
export function cursorMarks(frame: Frame, members: readonly MemberId[]): TimedCursor[] {
  const strokes = strokesByMember(frame.picture.board);
  return members.flatMap((member) => cursorMark(frame, member, strokes.get(member)));
}

function cursorMark({ picture, page, theme }: Frame, member: MemberId, stroke: ActiveStroke | undefined) {
  const { board, time } = picture;
  const [profile, told] = [board.members[member], board.presence[member]?.cursor];
  const isDrawing = stroke !== undefined && stroke.run.at >= (told?.at ?? 0);
  const shown = isDrawing ? revealedPoints(stroke.run, time) : 0;
  const cursor = isDrawing ? tipOf(stroke, shown) : told;
  if (!profile || cursor?.page !== page) return [];
  const { x, y, opacity, changesAt } = lookOf(cursor, time);
  const isMoving = isDrawing && shown < stroke.run.count;
  const color = inkColor(profile.color, theme);
  const mark: CursorMark = { type: "cursor", x, y, name: profile.name, color, opacity, isDrawing };
  return [{ mark, changesAt: isMoving ? time : changesAt }];
}

/** The stroke that each member draws: of those that have points, the one whose last came last. */
function strokesByMember(board: Board): Map<MemberId, ActiveStroke> {
  const strokes = new Map<MemberId, ActiveStroke>();
  for (const stroke of Object.values(board.active)) {
    const isLast = stroke.run.at >= (strokes.get(stroke.by)?.run.at ?? 0);
    if (stroke.run.count > 0 && isLast) strokes.set(stroke.by, stroke);
  }
  return strokes;
}

/** The pen of a stroke of which `shown` points are to be seen, as a cursor. */
function tipOf({ shape, run }: ActiveStroke, shown: number): CursorSample {
  const { x, y } = pointAt(run, Math.max(0, shown - 1));
  const place = { x: shape.x + x * shape.step, y: shape.y + y * shape.step };
  return { page: shape.page, ...place, at: run.at, from: null };
}

function pointAt(run: InkRun, index: number): Point {
  let last = run;
  while (last.before && last.before.count > index) last = last.before;
  const at = (index - (last.before?.count ?? 0)) * INK_STRIDE;
  return { x: last.batch[at] ?? 0, y: last.batch[at + 1] ?? 0 };
}
