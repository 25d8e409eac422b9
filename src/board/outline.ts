import type { Shape } from "../signal/shape.js";
import { cornersOf, ownBoxOf, type Box } from "./bounds.js";
import type { Point } from "./point.js";

const ELLIPSE_CORNERS = 64;
/** How far the inner corners of a star are from its middle, to its outer ones: a regular five-pointed one's. */
const STAR_INNER = 0.382;

/**
 * The corners of a closed shape's outline, clockwise (unless it is mirrored), from the shape's own place and before it
 * is turned; an ellipse's are many. Of all other shapes, the corners of their box.
 */
export function outlineOf(shape: Shape): readonly Point[] {
  const box = ownBoxOf(shape);
  switch (shape.kind) {
    case "ellipse":
      return around(box, ELLIPSE_CORNERS, () => 1);
    case "diamond":
      return shares(box, [
        [0.5, 0],
        [1, 0.5],
        [0.5, 1],
        [0, 0.5],
      ]);
    case "triangle": {
      const isUpsideDown = (shape.h as number) < 0;
      const [tip, base] = isUpsideDown ? [1, 0] : [0, 1];
      return shares(box, [
        [0.5, tip],
        [1, base],
        [0, base],
      ]);
    }
    case "star": {
      const corners = around(box, 10, (index) => (index % 2 === 0 ? 1 : STAR_INNER));
      const isUpsideDown = (shape.h as number) < 0;
      return isUpsideDown ? corners.map(({ x, y }) => ({ x, y: 2 * box.y + box.h - y })) : corners;
    }
    default:
      return cornersOf(box);
  }
}

/** True for a point inside of a polygon, its winding whatever (the even-odd rule). */
export function isInside(corners: readonly Point[], { x, y }: Point): boolean {
  let isIn = false;
  corners.forEach((a, index) => {
    const b = corners[(index + 1) % corners.length] as Point;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isIn = !isIn;
  });
  return isIn;
}

/** Where the way from one point to another first meets a polygon's edge; null when it does not. */
export function firstCrossing(corners: readonly Point[], from: Point, to: Point): Point | null {
  let nearest = Infinity;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  corners.forEach((a, index) => {
    const b = corners[(index + 1) % corners.length] as Point;
    const [ex, ey] = [b.x - a.x, b.y - a.y];
    const cross = dx * ey - dy * ex;
    if (cross === 0) return;
    const along = ((a.x - from.x) * ey - (a.y - from.y) * ex) / cross;
    const onEdge = ((a.x - from.x) * dy - (a.y - from.y) * dx) / cross;
    if (along >= 0 && along <= 1 && onEdge >= 0 && onEdge <= 1) nearest = Math.min(nearest, along);
  });
  return nearest === Infinity ? null : { x: from.x + dx * nearest, y: from.y + dy * nearest };
}

function shares({ x, y, w, h }: Box, corners: readonly (readonly [number, number])[]): Point[] {
  return corners.map(([across, down]) => ({ x: x + w * across, y: y + h * down }));
}

/** Corners around the middle of a box, from the top on. */
function around({ x, y, w, h }: Box, count: number, reach: (index: number) => number): Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    const share = reach(index) / 2;
    return { x: x + w * (0.5 + share * Math.cos(angle)), y: y + h * (0.5 + share * Math.sin(angle)) };
  });
}
