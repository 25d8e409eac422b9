const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = DIGITS.length;
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
/** Keys of one to so many digits have a number: enough for 900 million shapes one above the other. */
const MOST_DIGITS = 5;
const FIRST_HEAD = "a".charCodeAt(0);

/** Number of the first key with so many digits; the last one is that of one digit too many. */
const STARTS = [0, 0];
for (let digits = 1; digits <= MOST_DIGITS; digits++) STARTS.push((STARTS[digits] as number) + BASE ** digits);

/** How many keys have a number. */
export const ORDER_NUMBERS = STARTS[MOST_DIGITS + 1] as number;

/**
 * The number of an order key, counted from the lowest key that shapes get when each is put above all others: "a0" is 0,
 * "a1" is 1, "az" is 61, "b00" is 62. Null for a key of any other kind: one between two others, or one that an app
 * made up. A head letter says how many digits of base 62 (0-9, A-Z, a-z) follow.
 */
export function orderNumber(key: string): number | null {
  const digits = key.charCodeAt(0) - FIRST_HEAD + 1;
  if (!(digits >= 1 && digits <= MOST_DIGITS) || key.length !== digits + 1) return null;
  let number = 0;
  for (let at = 1; at <= digits; at++) {
    const value = VALUES.get(key[at] as string);
    if (value === undefined) return null;
    number = number * BASE + value;
  }
  return (STARTS[digits] as number) + number;
}

/** The order key of a number from 0 below {@link ORDER_NUMBERS}. */
export function orderKey(number: number): string {
  let digits = 1;
  while (number >= (STARTS[digits + 1] as number)) digits += 1;
  let rest = number - (STARTS[digits] as number);
  let key = "";
  for (let left = digits; left > 0; left--) {
    key = DIGITS.charAt(rest % BASE) + key;
    rest = Math.floor(rest / BASE);
  }
  return String.fromCharCode(FIRST_HEAD + digits - 1) + key;
}
