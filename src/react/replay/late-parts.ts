import { late } from "../parts/late.js";

/** The sheet of keys. */
export const KEY_SHEET = late(async () => (await import("./key-sheet.js")).KeySheet);

/** The bar under the board: it is fetched from the start, beside the recording, which comes no later for it. */
export const CONTROLS = late(async () => (await import("./controls.js")).Controls);
