import { middleOf, overlaps } from "../../board/bounds.js";
import { shapeAt } from "../../board/leaves.js";
import { cameraAround, visibleBox } from "../../canvas/camera.js";
import { seenBoxOf } from "../../canvas/transform/seen-box.js";
import type { Shape } from "../../signal/shape.js";
import type { Editor } from "./editor.js";

/** Moves the view to a shape that is not in it. */
export function bringIntoView({ view, board }: Editor, shape: Shape): void {
  const there = shapeAt(board(), shape.id);
  if (!there) return;
  const box = seenBoxOf(board(), there);
  const [camera, size] = [view.camera.get(), view.size.get()];
  if (!overlaps(box, visibleBox(camera, size))) view.setCamera(cameraAround(middleOf(box), camera.zoom, size));
}
