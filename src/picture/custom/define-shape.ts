import type { Point } from "../../board/point.js";
import { InktapeError } from "../../signal/errors.js";
import type { ShapeBase } from "../../signal/shape.js";
import type { Json } from "../../signal/signal.js";
import type { Theme } from "../palette.js";
import type { Drawing } from "./drawing.js";
import type { StandardSchema } from "./standard-schema.js";

/** A custom shape as its own painter sees it. */
export interface CustomShape<Props> extends Pick<ShapeBase, "id" | "color" | "size"> {
  /** Never negative. */
  readonly w: number;
  /** Never negative. */
  readonly h: number;
  /** What the app keeps in it, as its schema gives it. */
  readonly props: Props;
}

/** What an app says of a kind of shape of its own. */
export interface ShapeSpec<Props extends Json> {
  /** The app's name and the kind's with a colon between: `app:card`. It becomes part of recordings, so keep it for ever. */
  readonly kind: string;
  /** Checks what is kept in a shape; it may come from another version of the app. Must answer at once. */
  readonly schema: StandardSchema<Props>;
  /** What it looks like. Must give the same for the same shape and theme. */
  paint(shape: CustomShape<Props>, theme: Theme): Drawing;
  /** True when a point of its box's own coordinates is on it, give or take `tolerance`. The whole box unless it says otherwise. */
  hitTest?(shape: CustomShape<Props>, point: Point, tolerance: number): boolean;
  /** How far the drawing reaches over the box, besides its size, in board units; it is cut there. 0 unless it says otherwise. */
  readonly overflow?: number | undefined;
  /** What it is called for people who cannot see it. The kind unless it says otherwise. */
  label?(shape: CustomShape<Props>): string;
}

/** A kind of shape that an app has declared: give it to whiteboards and replays as one of their `shapes`. */
export interface ShapeDefinition<Props extends Json = Json> extends Omit<ShapeSpec<Props>, "kind" | "overflow"> {
  /** As it stands on the board. */
  readonly kind: `?${string}`;
  readonly overflow: number;
  /** A new shape of this kind, for `add` of a whiteboard's handle. */
  make(place: NewCustomShape<Props>): CustomShapeRecord;
  /** What sets its props, for `update` of a whiteboard's handle. */
  props(props: Props): { readonly data: string };
}

/** A custom shape as it is kept on the board, but for where it lies and its id. */
export type CustomShapeRecord = {
  readonly kind: `?${string}`;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: string;
  readonly size: number;
  /** The props as JSON. */
  readonly data: string;
};

export interface NewCustomShape<Props> {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** `black` unless it says otherwise. */
  readonly color?: string | undefined;
  /** Width of its lines; 2 unless it says otherwise. */
  readonly size?: number | undefined;
  readonly props: Props;
}

const KIND = /^[\w-]+:[\w.-]+$/;

/**
 * Declares a kind of shape of the app's own. It is stored, sent, undone and replayed like any other; where it is not
 * declared, it is a labelled box. Throws `bad-argument` for a kind that is not named `app:name`.
 *
 * @example const card = defineShape({ kind: "shop:card", schema: z.object({ title: z.string() }), paint: … });
 */
export function defineShape<Props extends Json>(spec: ShapeSpec<Props>): ShapeDefinition<Props> {
  if (!KIND.test(spec.kind)) {
    throw new InktapeError(
      "bad-argument",
      `"${spec.kind}" cannot name a kind of shape: use your app's name, a colon and the kind's, as in "shop:card".`,
    );
  }
  const kind = `?${spec.kind}` as const;
  const props = (value: Props) => ({ data: JSON.stringify(value) });
  return {
    ...spec,
    kind,
    overflow: spec.overflow ?? 0,
    props,
    make: ({ x, y, w, h, color = "black", size = 2, props: value }) => ({
      kind,
      x,
      y,
      w,
      h,
      color,
      size,
      ...props(value),
    }),
  };
}
