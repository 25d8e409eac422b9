import { boundsOf, type Box } from "../../../board/bounds.js";
import { hitsBox, isWithin } from "../../../board/hit.js";
import type { Point } from "../../../board/point.js";
import type { ShapeId } from "../../../signal/ids.js";
import { propOf } from "../../../signal/optional.js";
import type { Shape } from "../../../signal/shape.js";
import { enteredGroup, unitsOf } from "../../transform/groups.js";
import { isAround, isTouched, pathBox } from "../../transform/lasso.js";
import { placed } from "../../transform/placed.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { isDragged } from "../reach.js";
import { together } from "./press.js";

/**
 * A press beside all shapes opens a box that selects what it touches, with control only what is all in it. Frames are
 * selected by their edge: a box inside of one means what is in it.
 */
export function pressEmpty(start: ToolPointer, context: ToolContext): Drag {
  return selectBy(start, context, {
    add: () => undefined,
    show(pointer) {
      const box = boxBetween(start, pointer);
      context.view.setMarks({ marquee: box });
      const isMeant = (shape: Shape) => (pointer.ctrl ? isWithin(shape, box) : touches(shape, box));
      return { box, isMeant };
    },
    hide: () => context.view.setMarks({ marquee: null }),
  });
}

/** A press with a lasso: selects what its way goes around or touches, with control only what it goes all around. */
export function pressLasso(start: ToolPointer, context: ToolContext): Drag {
  const path: Point[] = [];
  return selectBy(start, context, {
    add: ({ coalesced }) => path.push(...coalesced.map(({ x, y }) => ({ x, y }))),
    show(pointer) {
      context.view.setMarks({ lasso: [...path] });
      return {
        box: pathBox(path),
        isMeant: (shape) => (pointer.ctrl ? isAround(path, shape) : isTouched(path, shape)),
      };
    },
    hide: () => context.view.setMarks({ lasso: [] }),
  });
}

/** An area that grows with the pointer. */
interface Area {
  add(pointer: ToolPointer): void;
  /** Shows it, and says where there may be shapes and which of them are meant. */
  show(pointer: ToolPointer): { readonly box: Box; readonly isMeant: (shape: Shape) => boolean };
  hide(): void;
}

function selectBy(start: ToolPointer, context: ToolContext, area: Area): Drag {
  const before = context.selection();
  const kept = start.shift ? before : [];
  const entered = enteredGroup(context.board(), kept);
  let isOpen = false;
  area.add(start);
  context.view.setMarks({ hover: [] });

  const select = (ids: readonly ShapeId[]) => {
    const now = context.selection();
    const isSame = now.length === ids.length && now.every((id, index) => id === ids[index]);
    if (!isSame) context.setSelection(ids);
  };
  return {
    move(pointer) {
      area.add(pointer);
      isOpen ||= isDragged(start, pointer);
      if (!isOpen) return;
      const { box, isMeant } = area.show(pointer);
      const board = context.board();
      const near = context.view.shapesIn(box).filter((shape) => propOf(shape, "locked") !== 1);
      const meant = near.filter((shape) => isMeant(placed(board, shape)));
      select(together(kept, unitsOf(board, meant, entered)));
    },
    up() {
      area.hide();
      if (!isOpen) context.setSelection(kept);
    },
    cancel() {
      area.hide();
      context.setSelection(before);
    },
  };
}

function touches(shape: Shape, box: Box): boolean {
  if (!hitsBox(shape, box)) return false;
  const { x, y, w, h } = boundsOf(shape);
  return shape.kind !== "frame" || box.x < x || box.y < y || box.x + box.w > x + w || box.y + box.h > y + h;
}

function boxBetween(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}
