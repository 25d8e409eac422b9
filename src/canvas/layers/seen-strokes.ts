import type { Box } from "../../board/bounds.js";
import { compareOrder } from "../../board/order.js";
import type { ActiveStroke } from "../../board/stroke.js";
import { clipOf, isSameClip } from "../../picture/clip.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Shape } from "../../signal/shape.js";
import { isLaser, lastLaserMoves, laserLook } from "../laser.js";
import { revealedPoints } from "../reveal.js";
import type { Frame } from "./layer.js";
import type { InkPiece, LiveInk } from "./live-ink.js";

/** A stroke under construction, as far as it is to be seen. */
export interface SeenStroke {
  readonly stroke: ActiveStroke;
  readonly pieces: readonly InkPiece[];
  /** What is to be seen of it: the part in its frame; null for all. */
  readonly clip: Box | null;
  /** Less than 1 for a laser that fades. */
  readonly opacity: number;
}

/**
 * The page's strokes under construction of which there is something to see, bottom to top, and the log's time from
 * which they look different by themselves.
 *
 * @param inkOf keeps a stroke's drawing from frame to frame.
 */
export function lookAt(
  { picture, page, scene }: Frame,
  inkOf: (id: ShapeId) => LiveInk,
): { readonly seen: readonly SeenStroke[]; readonly changesAt: number } {
  const { board, time, self } = picture;
  const strokes = Object.values(board.active).filter(({ shape }) => shape.page === page);
  const moves = lastLaserMoves(strokes);
  const seen: SeenStroke[] = [];
  let changesAt = Infinity;
  for (const stroke of strokes.sort((a, b) => compareOrder(a.shape, b.shape))) {
    const { shape, by, run } = stroke;
    const count = by === self ? run.count : revealedPoints(run, time);
    const look = isLaser(stroke) ? laserLook(moves.get(by) ?? 0, time) : { opacity: 1, changesAt: Infinity };
    changesAt = Math.min(changesAt, count < run.count ? time : look.changesAt);
    if (count === 0 || look.opacity === 0) continue;
    const clip = clipOf(shape as Shape, (id) => scene.item(id)?.shape);
    seen.push({ stroke, pieces: inkOf(shape.id).piecesOf(stroke, count), clip, opacity: look.opacity });
  }
  return { seen, changesAt };
}

/** The pieces that are on one picture only; null when other strokes are, or they look otherwise than by their points. */
export function changedPieces(before: readonly SeenStroke[], now: readonly SeenStroke[]): InkPiece[] | null {
  const isAlike = before.length === now.length && before.every((old, index) => isSameStroke(old, now[index]));
  if (!isAlike) return null;
  return before.flatMap(({ pieces }, index) => {
    const next = now[index]?.pieces ?? [];
    return [...pieces.filter((piece) => !next.includes(piece)), ...next.filter((piece) => !pieces.includes(piece))];
  });
}

/** True when the strokes may differ in their points only. */
function isSameStroke({ stroke, clip, opacity }: SeenStroke, other: SeenStroke | undefined): boolean {
  return stroke.shape === other?.stroke.shape && opacity === other.opacity && isSameClip(clip, other.clip);
}
