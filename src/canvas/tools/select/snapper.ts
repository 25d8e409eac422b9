import type { Box } from "../../../board/bounds.js";
import type { Point } from "../../../board/point.js";
import type { ShapeId } from "../../../signal/ids.js";
import { snapWay, type SnappedWay } from "../../transform/snap.js";
import { targetsInView, type SnapTargets } from "../../transform/snap-targets.js";
import type { Axis } from "../../transform/spans.js";
import type { Camera } from "../../board-view.js";
import type { ToolContext, ToolPointer } from "../../tool.js";

/** So near things line up, CSS pixels. */
const REACH = 6;

/**
 * Lines up what one drag moves, and shows with what. What there is to line up with is looked for once, and again when the
 * view has moved.
 */
export function snapper(
  context: ToolContext,
  isMoved: (id: ShapeId) => boolean,
): (box: Box, way: Point, axes: readonly Axis[], pointer: ToolPointer) => SnappedWay {
  let known: { readonly camera: Camera; readonly targets: SnapTargets } | null = null;
  const targets = () => {
    const camera = context.camera();
    if (known?.camera !== camera) known = { camera, targets: targetsInView(context.view, isMoved) };
    return known.targets;
  };
  return (box, way, axes, pointer) => {
    const { isOn, grid } = context.snapping();
    const reach = REACH / context.camera().zoom;
    const rules = isOn === pointer.ctrl ? { targets: null, grid: null } : { targets: targets(), grid };
    const snapped = snapWay(box, way, { ...rules, reach, axes });
    context.view.setMarks({ guides: snapped.guides });
    return snapped;
  };
}
