import { boundsOf, unionOf, type Box } from "../../board/bounds.js";
import { accentColor, inkColor } from "../../picture/palette.js";
import type { MemberId, ShapeId } from "../../signal/ids.js";
import type { Frame } from "./layer.js";
import { cursorMarks, type CursorMark } from "./overlay-cursors.js";

/** A box on the overlay, in board units. */
export interface BoxMark {
  readonly type: "box";
  readonly box: Box;
  readonly color: string;
  readonly line: "thin" | "bold" | "dashed";
  readonly isFilled: boolean;
}

export type Mark = BoxMark | CursorMark;

/** Marking each of very many shapes says no more than the box around all of them. */
const MAX_OUTLINES = 200;

/** What lies over the board, bottom to top, and the log's time from which it looks different by itself. */
export function overlayMarks(frame: Frame): { readonly marks: readonly Mark[]; readonly changesAt: number } {
  const others = frame.hasCursors ? othersOf(frame) : [];
  const cursors = cursorMarks(frame, others);
  const marks = [
    ...others.flatMap((member) => remoteSelection(frame, member)),
    ...ownSelection(frame),
    ...highlight(frame),
    ...marquee(frame),
    ...cursors.map(({ mark }) => mark).filter(({ opacity }) => opacity > 0),
  ];
  return { marks, changesAt: Math.min(...cursors.map(({ changesAt }) => changesAt), Infinity) };
}

function othersOf({ picture }: Frame): MemberId[] {
  const ids = Object.keys(picture.board.presence).map((key) => Number(key) as MemberId);
  return ids.filter((id) => id !== picture.self && id in picture.board.members);
}

function remoteSelection(frame: Frame, member: MemberId): BoxMark[] {
  const color = inkColor(frame.picture.board.members[member]?.color ?? "", frame.theme);
  const boxes = selectedBoxes(frame, frame.picture.board.presence[member]?.selection ?? []);
  return outlines(boxes).map((box) => ({ type: "box", box, color, line: "dashed", isFilled: false }));
}

function ownSelection(frame: Frame): BoxMark[] {
  const color = accentColor(frame.theme);
  const boxes = selectedBoxes(frame, frame.selection);
  const around = boxes.length > 1 && boxes.length <= MAX_OUTLINES ? unionOf(boxes) : null;
  return [
    ...outlines(boxes).map((box) => ({ type: "box", box, color, line: "thin", isFilled: false }) as const),
    ...(around ? [{ type: "box", box: around, color, line: "dashed", isFilled: false } as const] : []),
  ];
}

function highlight(frame: Frame): BoxMark[] {
  const color = accentColor(frame.theme);
  const boxes = selectedBoxes(frame, frame.highlight);
  return boxes.map((box) => ({ type: "box", box, color, line: "bold", isFilled: false }));
}

function marquee({ marquee: box, theme }: Frame): BoxMark[] {
  return box ? [{ type: "box", box, color: accentColor(theme), line: "thin", isFilled: true }] : [];
}

function selectedBoxes({ scene, page }: Frame, ids: readonly ShapeId[]): Box[] {
  return ids.flatMap((id) => {
    const shape = scene.item(id)?.shape;
    return shape?.page === page ? [boundsOf(shape)] : [];
  });
}

function outlines(boxes: readonly Box[]): readonly Box[] {
  const around = boxes.length > MAX_OUTLINES ? unionOf(boxes) : null;
  return around ? [around] : boxes;
}
