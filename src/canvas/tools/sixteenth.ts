const SIXTEENTHS = 16;

/**
 * A length rounded to a sixteenth of a board unit, which is short on the wire and adds up without error. Never -0,
 * which the wire would have to write out.
 */
export function sixteenth(length: number): number {
  return Math.round(length * SIXTEENTHS) / SIXTEENTHS + 0;
}
