import { boundsOf, unionOf, type Box } from "../../../board/bounds.js";
import type { Point } from "../../../board/point.js";
import { duplicates } from "../../../editing/duplicate.js";
import { adding } from "../../../editing/fragment.js";
import { editable, withContents } from "../../../editing/selection.js";
import type { Signal } from "../../../signal/signal.js";
import { letGo } from "../../transform/let-go.js";
import { frameAt, putInFrame } from "../../transform/frames.js";
import { placedShapes } from "../../transform/placed.js";
import { restored } from "../../transform/restore.js";
import { moveSteps } from "../../transform/steps.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { sixteenth } from "../sixteenth.js";
import { snapper } from "./snapper.js";

/**
 * Moves the selected shapes along with the pointer, and what is in frames with them. Shift keeps to one axis, control
 * turns snapping round; with alt at the start, copies are moved. Over a frame the shapes are put into it.
 */
export function dragSelection(start: ToolPointer, context: ToolContext): Drag {
  const before = context.selection();
  const endGesture = context.gesture();
  const takeBackCopies = start.alt ? putCopies(context) : null;
  const shapes = withContents(context.board(), editable(context.board(), context.selection()));
  const ids = shapes.map(({ id }) => id);
  const box = unionOf(placedShapes(context.board(), ids).map(boundsOf));
  const moved = new Set(ids);
  const snap = snapper(context, (id) => moved.has(id));
  const freed = letGo(context.board(), ids);
  if (freed.length > 0) context.send(freed);
  context.view.setMarks({ hasHandles: false });
  let [movedX, movedY] = [0, 0];

  const follow = (pointer: ToolPointer) => {
    const way = box ? wayTo(start, pointer, box, snap) : { x: 0, y: 0 };
    const steps = moveSteps(ids, way.x - movedX, way.y - movedY);
    [movedX, movedY] = [way.x, way.y];
    const frame = frameAt(context.view, pointer, (id) => moved.has(id))?.id ?? null;
    context.view.setMarks({ targets: frame === null ? [] : [frame] });
    const signals = [...steps, ...putInFrame(context.board(), ids, frame)];
    if (signals.length > 0) context.send(signals);
  };
  const end = () => context.view.setMarks({ targets: [], guides: [], hasHandles: true });

  return {
    move: follow,
    up(pointer) {
      follow(pointer);
      end();
      endGesture();
    },
    cancel() {
      const signals = takeBackCopies?.() ?? restored(context.board(), shapes);
      if (signals.length > 0) context.send(signals);
      end();
      context.setSelection(before);
      endGesture("takenBack");
    },
  };
}

type Snapper = ReturnType<typeof snapper>;

function wayTo(start: ToolPointer, pointer: ToolPointer, box: Box, snap: Snapper): Point {
  const [x, y] = [pointer.x - start.x, pointer.y - start.y];
  if (!pointer.shift) return roundedWay(snap(box, { x, y }, ["x", "y"], pointer));
  const axis = Math.abs(x) >= Math.abs(y) ? "x" : "y";
  return roundedWay(snap(box, axis === "x" ? { x, y: 0 } : { x: 0, y }, [axis], pointer));
}

/** Short on the wire; what lines up with something is not rounded. */
function roundedWay({ x, y, snapped }: ReturnType<Snapper>): Point {
  return { x: snapped.includes("x") ? x : sixteenth(x), y: snapped.includes("y") ? y : sixteenth(y) };
}

/** Puts copies of the selection on the board and selects them; returns what takes them away again. */
function putCopies(context: ToolContext): () => readonly Signal[] {
  const copies = duplicates(context.board(), context.selection(), {
    page: context.page(),
    dx: 0,
    dy: 0,
    top: topOf(context),
    newId: () => context.newShapeId(),
    newGroup: () => context.newSeed().toString(36),
  });
  context.send(adding(copies));
  context.setSelection(copies.map(({ id }) => id));
  return () => [{ type: "shapes.remove", ids: copies.map(({ id }) => id) }];
}

function topOf(context: ToolContext): string | null {
  return context.board().pages[context.page()]?.top ?? null;
}
