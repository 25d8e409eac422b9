import { EMPTY_BOARD } from "../../src/board/board.js";
import { BEFORE_FIRST } from "../../src/signal/ids.js";
import { TapeWriter } from "../../src/tape/writer.js";

/** The writer of a tape with nothing on it. */
export const fresh = () =>
  new TapeWriter({ board: EMPTY_BOARD, keyframeBytes: 0, sealed: BEFORE_FIRST, passedBytes: 0 });
