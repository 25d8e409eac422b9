import { removal } from "../../editing/remove.js";
import type { ShapeId } from "../../signal/ids.js";
import type { Signal } from "../../signal/signal.js";
import type { ToolContext } from "../tool.js";

/** Removes shapes that are not locked, and puts others in their place, as one undo step; does nothing for none. */
export function removeShapes(context: ToolContext, ids: readonly ShapeId[], added: readonly Signal[] = []): void {
  const removed = removal(context.board(), ids);
  if (removed.length === 0) return;
  const endGesture = context.gesture();
  context.send([...removed, ...added]);
  endGesture();
}
