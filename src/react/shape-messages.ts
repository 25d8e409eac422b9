import type { KnownShape } from "../signal/shape.js";

/** What shapes are called, for those who cannot see them. */
export interface ShapeMessages {
  /** What a shape is called by its kind; `other` for kinds of newer versions and of apps. */
  readonly shape: Readonly<Record<KnownShape["kind"] | "other", string>>;
  /** A shape with what is written in it, "" for nothing. */
  readonly shapeNamed: (kind: string, text: string) => string;
  /** Which of the page's shapes is selected. */
  readonly shapeOf: (shape: string, index: number, count: number) => string;
  readonly shapesSelected: (count: number) => string;
}

/** What tools are called that draw shapes of one kind: as the shapes. */
export function drawnShapes({ ink: _ink, other: _other, ...drawn }: ShapeMessages["shape"]) {
  return drawn;
}

/** What shapes are called as inktape ships it. */
export const ENGLISH_SHAPES: ShapeMessages = {
  shape: {
    ink: "Drawing",
    rectangle: "Rectangle",
    ellipse: "Ellipse",
    diamond: "Diamond",
    triangle: "Triangle",
    star: "Star",
    line: "Line",
    arrow: "Arrow",
    text: "Text",
    note: "Sticky note",
    image: "Image",
    frame: "Frame",
    other: "Shape",
  },
  shapeNamed: (kind, text) => (text === "" ? kind : `${kind} “${text}”`),
  shapeOf: (shape, index, count) => `${shape}, ${index} of ${count}`,
  shapesSelected: (count) => `${count} shapes selected`,
};
