/** A place; in board units, or in CSS pixels relative to the view's element where it says screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
