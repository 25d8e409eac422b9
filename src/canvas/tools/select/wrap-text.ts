import { shapeAt } from "../../../board/leaves.js";
import { turned } from "../../../board/transform.js";
import { propOf } from "../../../signal/optional.js";
import type { ShapeProps, TextShape } from "../../../signal/shape.js";
import type { BoxFrame } from "../../transform/box-frame.js";
import { changedProps } from "../../../editing/changed-props.js";
import { restored } from "../../transform/restore.js";
import type { Drag, ToolContext, ToolPointer } from "../../tool.js";
import { sixteenth } from "../sixteenth.js";

/** Letters that a line has room for at least. */
const MIN_LETTERS = 2;

/** Makes a text wider or narrower by one of its sides: its lines are broken where they do not fit any more. */
export function wrapText(
  start: ToolPointer,
  context: ToolContext,
  text: TextShape,
  frame: BoxFrame,
  side: "e" | "w",
): Drag {
  const endGesture = context.gesture();

  const propsAt = (pointer: ToolPointer): ShapeProps => {
    const [way] = turned(pointer.x - start.x, pointer.y - start.y, -frame.angle);
    const least = MIN_LETTERS * text.fontSize;
    const boxW = sixteenth(Math.max(least, frame.w + (side === "e" ? way : -way)));
    // The text's place is its left edge: dragged by that, the right one stays where it is.
    const [dx, dy] = side === "e" ? [0, 0] : turned(frame.w - boxW, 0, frame.angle);
    const { h } = context.measureText(text.text, propOf(text, "font"), text.fontSize, boxW);
    return { x: text.x + dx, y: text.y + dy, boxW, boxH: h, wrap: 1 };
  };
  const follow = (pointer: ToolPointer) => {
    const now = shapeAt(context.board(), text.id);
    if (!now) return;
    const props = changedProps(now, propsAt(pointer));
    if (Object.keys(props).length > 0) context.send([{ type: "shape.set", id: text.id, props }]);
  };

  return {
    move: follow,
    up(pointer) {
      follow(pointer);
      endGesture();
    },
    cancel() {
      const signals = restored(context.board(), [text]);
      if (signals.length > 0) context.send(signals);
      endGesture("takenBack");
    },
  };
}
