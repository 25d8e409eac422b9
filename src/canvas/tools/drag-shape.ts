import type { Drag, ToolContext, ToolPointer } from "../tool.js";
import { drawnShape, type DrawnKind, type Following } from "./drawn-shape.js";
import { isDragged } from "./reach.js";
import { sixteenth } from "./sixteenth.js";

/** What tells one kind of dragged shape from another. */
export interface DragKind extends DrawnKind {
  follow(start: ToolPointer, pointer: ToolPointer): Following;
  /** The shape that a press without movement draws; none without it. */
  readonly click?: (start: ToolPointer) => Following;
  /** True for a shape that is written on at once. */
  readonly isWritten?: true;
}

/** Draws one shape from where the pointer was pressed to where it is: added at the first real movement, set by what changes. */
export function dragShape(start: ToolPointer, context: ToolContext, kind: DragKind): Drag {
  const shape = drawnShape(context, kind);
  const draw = (following: Following) => shape.draw(rounded(following));
  const move = (pointer: ToolPointer) => {
    if (shape.id() !== null || isDragged(start, pointer)) draw(kind.follow(start, pointer));
  };
  return {
    move,
    up(pointer) {
      move(pointer);
      if (shape.id() === null && kind.click) draw(kind.click(start));
      const id = shape.id();
      if (id === null) return;
      shape.finish();
      context.drawn([id]);
      if (kind.isWritten) context.editText({ id });
    },
    cancel: () => shape.takeBack(),
  };
}

function rounded(following: Following): Following {
  const { x, y, w, h } = following;
  return { ...following, x: sixteenth(x), y: sixteenth(y), w: sixteenth(w), h: sixteenth(h) };
}
