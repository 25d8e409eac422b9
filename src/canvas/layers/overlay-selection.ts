import { boundsOf, unionOf } from "../../board/bounds.js";
import { turnOf } from "../../board/transform.js";
import { accentColor, inkColor, pageColor } from "../../picture/palette.js";
import type { MemberId } from "../../signal/ids.js";
import { propOf } from "../../signal/optional.js";
import type { Shape } from "../../signal/shape.js";
import { boxFrameOf, growFrame } from "../transform/box-frame.js";
import { handleRules, lineOf } from "../transform/handle-rules.js";
import { HANDLE_GAP, handlesOf } from "../transform/handles.js";
import { isMiddle, lineGrips, type PlacedLineGrip } from "../transform/line-grips.js";
import type { Frame } from "./layer.js";
import type { BoxMark, GripMark, HandlesMark, Mark, MarkLine, PathMark } from "./marks.js";
import { frameMark, outlineMark, shapesShown } from "./overlay-outlines.js";

/** Marking each of very many shapes says no more than the box around all of them. */
const MAX_OUTLINES = 200;

/** What a member has selected, in the member's colour. */
export function remoteSelection(frame: Frame, member: MemberId): readonly Mark[] {
  const color = inkColor(frame.picture.board.members[member]?.color ?? "", frame.theme);
  const shapes = shapesShown(frame, frame.picture.board.presence[member]?.selection ?? []);
  if (shapes.length > MAX_OUTLINES) return boxAround(frame, shapes, color, "dashed");
  return shapes.flatMap((shape) => boxAround(frame, [shape], color, "dashed"));
}

/** What is selected here, and what it is taken hold of by. */
export function ownSelection(frame: Frame): readonly Mark[] {
  const color = accentColor(frame.theme);
  const shapes = shapesShown(frame, frame.selection);
  const isMany = shapes.length > MAX_OUTLINES;
  const outlined = shapes.length > 1 && !isMany ? shapes : [];
  const line = lineOf(shapes);
  const around = line
    ? [outlineMark(line, { color, width: 1, line: "solid" })]
    : boxAround(frame, shapes, color, "solid");
  return [
    ...outlined.map((shape) => outlineMark(shape, { color, width: 1, line: "solid" })),
    ...around,
    ...handles(frame, shapes, color),
  ];
}

function boxAround(
  frame: Frame,
  shapes: readonly Shape[],
  color: string,
  line: MarkLine,
): readonly (BoxMark | PathMark)[] {
  const [shape, ...others] = shapes;
  if (shape && others.length === 0 && turnOf(shape) !== 0) {
    const turnedBox = boxFrameOf(shapes);
    return turnedBox ? [frameMark(growFrame(turnedBox, HANDLE_GAP / zoomOf(frame)), { color, width: 1, line })] : [];
  }
  const box = unionOf(shapes.map(boundsOf));
  return box ? [{ type: "box", box, gap: HANDLE_GAP, color, line, isFilled: false }] : [];
}

function handles(frame: Frame, selected: readonly Shape[], color: string): readonly HandlesMark[] {
  if (!frame.marks.hasHandles) return [];
  const shapes = selected.filter((shape) => propOf(shape, "locked") !== 1);
  const mark = { type: "handles", angle: 0, color, paper: pageColor(frame.theme) } as const;
  const line = lineOf(shapes);
  if (line) return [{ ...mark, grips: lineGrips(line, zoomOf(frame)).map(gripMark) }];
  const around = boxFrameOf(shapes);
  if (!around) return [];
  const grips = handlesOf(around, zoomOf(frame), handleRules(shapes)).map(
    ({ x, y, handle }) => ({ x, y, look: handle === "rotate" ? "round" : "corner" }) as const,
  );
  return [{ ...mark, angle: around.angle, grips }];
}

/** What adds a point is smaller than the points. */
function gripMark({ x, y, grip }: PlacedLineGrip): GripMark {
  return { x, y, look: grip !== "bend" && isMiddle(grip) ? "small" : "round" };
}

function zoomOf({ pixels, devicePixelRatio }: Frame): number {
  return pixels.scale / devicePixelRatio;
}
