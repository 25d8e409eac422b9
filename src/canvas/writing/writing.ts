import { shapeAt } from "../../board/leaves.js";
import { removal } from "../../editing/remove.js";
import type { ShapeId } from "../../signal/ids.js";
import { withoutPlain } from "../../signal/optional.js";
import type { Shape, ShapeProps, TextShape } from "../../signal/shape.js";
import type { TextTarget, ToolContext } from "../tool.js";
import { joinFrame } from "../tools/frames.js";
import { sixteenth } from "../tools/sixteenth.js";
import { wordsOf, written } from "./words.js";

/** What is being typed is told to the others no oftener than this, in milliseconds. */
const EVERY_MS = 100;

/** Words being typed on a shape, or on one that will be there with the first of them. */
export interface Writing {
  /** The shape's id; null for a text that is not on the board yet. */
  readonly id: ShapeId | null;
  /** What the shape had to say before. */
  readonly words: string;
  /** The shape as it is now, or as it would be; null when somebody has removed it. */
  shape(): Shape | null;
  /** Takes what is typed so far. All until the end is one undo step. */
  type(words: string): void;
  /** Nothing more is typed: without the blanks at its end, and a text without words is gone. */
  end(): void;
}

/** Begins to write. Null for a shape that is not there or cannot be written on. */
export function beginWriting(target: TextTarget, context: ToolContext): Writing | null {
  const first = "id" in target ? shapeAt(context.board(), target.id) : newText(target, context);
  const words = first ? wordsOf(first) : null;
  return first && words !== null ? new OpenWriting(first, words, "id" in target ? target.id : null, context) : null;
}

class OpenWriting implements Writing {
  #told: string;
  #typed: string;
  #endGesture: ReturnType<ToolContext["gesture"]> | null = null;
  #rest: (() => void) | null = null;
  readonly #isNew: boolean;

  constructor(
    private readonly first: Shape,
    readonly words: string,
    public id: ShapeId | null,
    private readonly context: ToolContext,
  ) {
    this.#isNew = id === null;
    this.#told = this.#typed = words;
  }

  shape(): Shape | null {
    return this.id === null ? this.first : (shapeAt(this.context.board(), this.id) ?? null);
  }

  type(words: string): void {
    this.#typed = words;
    if (!this.#rest) this.#tell();
  }

  end(): void {
    this.#rest?.();
    this.#rest = null;
    this.#typed = this.#typed.trimEnd();
    // Also when nothing was typed since: a font that has come meanwhile is measured.
    if (this.#endGesture || this.#typed !== this.#told) this.#put();
    const shape = this.id === null ? null : this.shape();
    if (shape?.kind === "text" && this.#typed === "") this.#send(removal(this.context.board(), [shape.id]));
    else if (shape && this.#isNew && this.#endGesture) joinFrame(shape.id, this.context);
    const isGone = this.#isNew && (this.id === null || this.shape() === null);
    this.#endGesture?.(isGone ? "takenBack" : undefined);
    this.#endGesture = null;
  }

  #tell(): void {
    if (this.#typed === this.#told) return;
    this.#put();
    this.#rest = this.context.clock.after(EVERY_MS, () => {
      this.#rest = null;
      this.#tell();
    });
  }

  /** Makes the board say what was typed. */
  #put(): void {
    const { context } = this;
    const shape = this.shape();
    if (!shape) return;
    this.#told = this.#typed;
    const props = written(shape, this.#typed, context);
    if (this.id !== null) {
      const changed = changedOf(shape, props);
      if (Object.keys(changed).length > 0) this.#send([{ type: "shape.set", id: this.id, props: changed }]);
    } else if (this.#typed.trim() !== "") {
      this.id = context.newShapeId();
      this.#send([{ type: "shape.add", shape: withoutPlain({ ...shape, ...props, id: this.id } as Shape) }]);
    }
  }

  #send(signals: Parameters<ToolContext["send"]>[0]): void {
    if (signals.length === 0) return;
    this.#endGesture ??= this.context.gesture();
    this.context.send(signals);
  }
}

/** A text as it would be made, with no id yet. */
function newText(target: Exclude<TextTarget, { id: ShapeId }>, context: ToolContext): Shape {
  const { color, size, fontSize, font, align, opacity } = context.style();
  const column = target.w === undefined ? {} : { boxW: sixteenth(target.w), wrap: 1 };
  const text: Omit<TextShape, "id"> = {
    kind: "text",
    page: context.page(),
    order: context.topOrder(),
    x: sixteenth(target.x),
    y: sixteenth(target.y),
    color,
    size,
    fontSize,
    text: "",
    font,
    align: align || "start",
    opacity,
    ...column,
  };
  return text as TextShape;
}

function changedOf(shape: Shape, props: ShapeProps): ShapeProps {
  const now = shape as unknown as ShapeProps;
  return Object.fromEntries(Object.entries(props).filter(([name, value]) => now[name] !== value));
}
