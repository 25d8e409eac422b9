/** A rectangle of tiles by their places, ends included. */
export interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a tile is, counted from the board's origin. */
export interface TilePlace {
  readonly column: number;
  readonly row: number;
}

/** The tiles, `side` wide and high, under a box. */
export function tileRange(x: number, y: number, w: number, h: number, side: number): TileRange {
  const index = (value: number) => Math.floor(value / side);
  return { left: index(x), top: index(y), right: index(x + w), bottom: index(y + h) };
}

export function isInRange({ column, row }: TilePlace, { left, top, right, bottom }: TileRange): boolean {
  return column >= left && column <= right && row >= top && row <= bottom;
}

/** How many places are in a range. */
export function sizeOf({ left, top, right, bottom }: TileRange): number {
  return (right - left + 1) * (bottom - top + 1);
}

/** All places of a range, row by row. */
export function* placesIn({ left, top, right, bottom }: TileRange): Iterable<TilePlace> {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) yield { column, row };
  }
}

/** How far a place lies from the middle of a range, in tiles. */
export function fromMiddle({ left, top, right, bottom }: TileRange, { column, row }: TilePlace): number {
  return Math.hypot(column - (left + right) / 2, row - (top + bottom) / 2);
}
