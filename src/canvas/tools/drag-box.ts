import type { BoxShape } from "../../signal/shape.js";
import type { ToolPointer } from "../tool.js";
import type { DragKind } from "./drag-shape.js";
import type { Extent, Following } from "./drawn-shape.js";

/** How a closed shape is drawn from corner to corner; see {@link boxFollowing}. */
export function boxKind(kind: BoxShape["kind"]): DragKind {
  return {
    follow: boxFollowing,
    shape: (base, { x, y, w, h }, seed, context) => {
      const { fill, fillColor, dash, roughness } = context.style();
      return { kind, ...base, x, y, w, h, fill, seed, fillColor, dash, roughness };
    },
  };
}

/** The box from where the pointer was pressed to where it is: shift makes its sides equal, alt draws it from its middle. */
export function boxFollowing(start: ToolPointer, { x, y, shift, alt }: ToolPointer): Following {
  const [dx, dy] = [x - start.x, y - start.y];
  const side = Math.max(Math.abs(dx), Math.abs(dy));
  const [w, h] = shift ? [side, side] : [Math.abs(dx), Math.abs(dy)];
  const extent: Extent = alt
    ? { x: start.x - w, y: start.y - h, w: 2 * w, h: 2 * h }
    : { x: dx < 0 ? start.x - w : start.x, y: dy < 0 ? start.y - h : start.y, w, h };
  return { ...extent };
}
