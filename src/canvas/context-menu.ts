import type { ToolContext, ToolPointer } from "./tool.js";
import { reachOf, shapesAt } from "./tools/reach.js";

/** Makes the selection what a menu at a pointer is about: what is selected there already, or the topmost shape, or nothing. */
export function selectForMenu(pointer: ToolPointer, context: ToolContext): void {
  const there = shapesAt(context.view, pointer, reachOf(pointer, context.camera().zoom)).map(({ id }) => id);
  const selection = context.selection();
  if (there.some((id) => selection.includes(id))) return;
  context.setSelection(there.slice(-1));
}

/** True for a menu that a pointer asked for; the keyboard asks about what is selected. */
export function isByPointer(event: MouseEvent): boolean {
  const { pointerType } = event as Partial<PointerEvent>;
  return event.button === 2 || event.ctrlKey || pointerType === "touch" || pointerType === "pen";
}
