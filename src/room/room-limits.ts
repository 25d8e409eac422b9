import { LIMITS } from "../signal/limits.js";

/** How much one room may hold. What would go beyond is not taken, and its author is told. */
export interface RoomLimits {
  /** Shapes on the board, all pages together. */
  readonly shapes: number;
  readonly pages: number;
  /** Characters of the app's shared state as JSON, keys included. */
  readonly sharedState: number;
  /** Points of one stroke. */
  readonly strokePoints: number;
  /** Characters of one text. */
  readonly text: number;
}

/** Far above what people do. The last two cannot be more: a frame takes no larger ones. */
export const DEFAULT_ROOM_LIMITS: RoomLimits = {
  shapes: 200_000,
  pages: 1000,
  sharedState: 1 << 20,
  strokePoints: LIMITS.strokePoints,
  text: LIMITS.textBytes,
};
