/** How many bits a whole number from 0 to 2⁵³ has; 0 has none. */
export function bitLength(value: number): number {
  return value < 2 ** 32 ? 32 - Math.clz32(value) : 64 - Math.clz32(Math.floor(value / 2 ** 32));
}

/** A bit of a whole number from 0 to 2⁵³; the lowest is at 0. */
export function bitAt(value: number, place: number): number {
  return value < 2 ** 31 ? (value >> place) & 1 : Math.floor(value / 2 ** place) % 2;
}

/**
 * The class of a whole number by its length in bits and its sign: `most` for 0, more for those above it, less for those
 * below, from 0 to `2 * most`.
 */
export function signedLength(value: number, most: number): number {
  const length = Math.min(bitLength(Math.abs(value)), most);
  return value < 0 ? most - length : most + length;
}
