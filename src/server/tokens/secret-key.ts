import { InktapeError } from "../../signal/errors.js";

/** RFC 7518, section 3.2: a key of the same size as the hash output or larger. */
const LEAST_BYTES = 32;

/** The key that a secret is. Throws `bad-argument` for one that is too short to be safe. */
export function secretKey(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret);
  if (key.length >= LEAST_BYTES) return key;
  throw new InktapeError(
    "bad-argument",
    `The secret has ${key.length} bytes; give at least ${LEAST_BYTES} that nobody can guess, as from "openssl rand -hex 32".`,
  );
}
