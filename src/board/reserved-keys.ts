/** How the keys of the shared state begin that are inktape's own: not for apps, and never a step to undo. */
export const RESERVED_KEYS = "inktape.";

/** True for a key of the shared state that is inktape's own. */
export function isReservedKey(key: string): boolean {
  return key.startsWith(RESERVED_KEYS);
}
