/**
 * Properties that a shape need not have, with the value that stands for "has none". A board never holds that value: the
 * wire leaves it out, and to set it takes the property away, so that equal boards are equal all over.
 *
 * None of them has the name of a property that shapes had from the beginning: to set one of those on a shape of another
 * kind did nothing then, and in old recordings must do nothing for ever.
 *
 * Lengths are board units, angles radians (clockwise, y being down), shares 0 to 1. A text that this version does not
 * know (a dash, a font of a newer one) is kept, and drawn like the value here.
 */
export const PLAIN = {
  /** Turned by so much around its own place (`x`, `y`). Not for lines, which have two ends. */
  rotation: 0,
  /** 1 is opaque. */
  opacity: 1,
  /** The groups the shape is in, outermost first, with `/` between. */
  group: "",
  /** The id of the frame the shape is in, which it moves with and is clipped by; 0 for none. */
  frame: 0,
  /** 1 when nobody can change it until it is unlocked; a courtesy of clients, unlike a locked page. */
  locked: 0,

  /** Of ink: `pen`, `highlighter` (wide, even, lets what is below shine through) or `laser` (never stays). */
  brush: "pen",
  /** Of ink: its points are so many times as far from its place; negative mirrors. */
  scaleX: 1,
  scaleY: 1,

  /** Of outlines and lines: `solid`, `dashed` or `dotted`. */
  dash: "solid",
  /** Of outlines and lines: 0 is drawn with a ruler, 1 by hand, 2 in a hurry. */
  roughness: 1,
  /** Of closed shapes: the colour of the fill; none means the shape's own. */
  fillColor: "",

  /** A label: in a closed shape, in the middle of a line. */
  label: "",
  /** The height of a label's letters. */
  labelSize: 20,
  /** Of labels in closed shapes: `start`, `middle` or `end`; their `align` never counted. */
  labelAlign: "middle",
  /** `hand`, `sans`, `serif` or `mono`. */
  font: "hand",
  /** `start`, `middle` or `end`. */
  align: "start",
  /** Of text: its box, as its writer measured it; its width is where lines break when `wrap` is 1. */
  boxW: 0,
  boxH: 0,
  wrap: 0,

  /** Of lines: how far the middle is off the straight way between the ends, to the right of its direction. */
  bend: 0,
  /**
   * Of lines: the points that the way leads through between its ends, as `x y x y …` from the line's own place
   * (board/through.ts); "" for none. With such points the bend does not count.
   */
  through: "",
  /** Of lines through points: `round` for a smooth curve, `sharp` for straight ways from point to point. */
  corners: "round",
  /** Of lines: what stands at an end: `none`, `arrow`, `triangle`, `dot` or `bar`; "" is what the kind has. */
  startHead: "",
  endHead: "",
  /**
   * Of lines: the shape an end is bound to, 0 for none, and the place on it, as shares of its box from its top left. A
   * bound end follows its shape (board/binding.ts); the shape gone, it stands where the line's own place says.
   */
  startId: 0,
  startX: 0.5,
  startY: 0.5,
  endId: 0,
  endX: 0.5,
  endY: 0.5,

  /** Of images: what is told to those who cannot see it. */
  alt: "",
  /** Of images: the part that is shown, as shares of the whole. */
  cropX: 0,
  cropY: 0,
  cropW: 1,
  cropH: 1,

  /** Of custom shapes: what the app keeps in it, as JSON. */
  data: "",
} as const;

/** The name of a property that a shape need not have. */
export type OptionalProp = keyof typeof PLAIN;
/** The type of such a property's value. */
export type OptionalValue<K extends OptionalProp> = (typeof PLAIN)[K] extends number ? number : string;
