import { boundsOf, middleOf } from "../board/bounds.js";
import { shapeAt } from "../board/leaves.js";
import type { Point } from "../board/point.js";
import { centreOf } from "./camera.js";
import type { AnyToolName, ToolContext, ToolName, ToolPointer } from "./tool.js";
import { placed } from "./transform/placed.js";
import { TOOLS } from "./tools/all-tools.js";

/** How large a tool draws where nobody says how large, in board units; a press where both are 0. */
const SIZES: { readonly [Name in ToolName]?: readonly [w: number, h: number] } = {
  rectangle: [200, 140],
  ellipse: [200, 140],
  diamond: [200, 140],
  triangle: [160, 140],
  star: [160, 160],
  line: [200, 0],
  arrow: [200, 0],
  frame: [480, 320],
  text: [0, 0],
  note: [0, 0],
  image: [0, 0],
};
/** How far a shape stands aside from one that is in its place already, in board units. */
const ASIDE = 24;
/** Screen pixels: smaller than this, a drag would be taken for a press. */
const LEAST = 16;

/** Whether a tool makes something that can be put down without a pointer. */
export function isPlaceable(tool: AnyToolName): boolean {
  return Object.hasOwn(SIZES, tool);
}

/**
 * Does with a tool what a pointer would: draws in the middle of the view, in the usual size. A line goes from the first
 * to the second shape when two are selected. Nothing for a tool that is not {@link isPlaceable}.
 */
export function placeInMiddle(name: ToolName, context: ToolContext): void {
  const size = SIZES[name];
  if (!size) return;
  const ends = (isLine(name) && endsAtSelection(context)) || endsAround(freePlace(context), size, context);
  const [from, to] = ends.map((end) => pointerAt(end, context)) as [ToolPointer, ToolPointer];
  const drag = TOOLS[name].down(from, context);
  drag?.move(to);
  drag?.up(to);
}

function isLine(name: ToolName): boolean {
  return name === "line" || name === "arrow";
}

function endsAtSelection({ board, selection }: ToolContext): readonly Point[] | null {
  const shapes = selection().flatMap((id) => shapeAt(board(), id) ?? []);
  return shapes.length === 2 ? shapes.map((shape) => middleOf(boundsOf(placed(board(), shape)))) : null;
}

function endsAround({ x, y }: Point, [w, h]: readonly [number, number], { camera }: ToolContext): readonly Point[] {
  const scale = w === 0 ? 1 : Math.max(1, LEAST / (w * camera().zoom));
  const [dx, dy] = [(w * scale) / 2, (h * scale) / 2];
  return [
    { x: x - dx, y: y - dy },
    { x: x + dx, y: y + dy },
  ];
}

/** The middle of the view, or beside it where something has its own middle there. */
function freePlace({ board, camera, view }: ToolContext): Point {
  let place = centreOf(camera(), view.size.get());
  const isTaken = () =>
    view.shapesIn({ ...place, w: 0, h: 0 }).some((shape) => {
      const middle = middleOf(boundsOf(placed(board(), shape)));
      return Math.hypot(middle.x - place.x, middle.y - place.y) < 1;
    });
  while (isTaken()) place = { x: place.x + ASIDE, y: place.y + ASIDE };
  return place;
}

function pointerAt({ x, y }: Point, { view, clock }: ToolContext): ToolPointer {
  const screen = view.toScreen({ x, y });
  const sample = { x, y, t: clock.now(), pressure: null };
  const keys = { shift: false, alt: false, ctrl: false };
  return { ...sample, ...keys, screenX: screen.x, screenY: screen.y, kind: "mouse", coalesced: [sample] };
}
