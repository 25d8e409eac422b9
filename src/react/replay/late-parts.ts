import { late } from "../parts/late.js";

/** The sheet of keys. */
export const KEY_SHEET = late(async () => (await import("./key-sheet.js")).KeySheet);
