import { EMPTY_BOARD, type Board } from "../board/board.js";
import { InktapeError } from "../signal/errors.js";
import type { Welcome } from "../signal/protocol.js";
import { decodeKeyframe } from "../tape/keyframe.js";
import { acknowledge, emptyOutbox, withdraw } from "./outbox.js";
import { predict, type Prediction } from "./prediction.js";

/** The first welcome: the board to start from, with nothing on top. Throws when the board cannot be read. */
export function start(welcome: Welcome): Prediction {
  const confirmed = welcome.keyframe ? decodeKeyframe(welcome.keyframe) : EMPTY_BOARD;
  return predict(welcome.member, confirmed, emptyOutbox(welcome.clientSeq));
}

/**
 * A later welcome: goes on from what this client has, or from the board that the room sends instead. What the room
 * says must fit what it said before. Throws `log-failed` for a room that has lost a part of its log, which nothing can
 * be put on top of, and `denied` when somebody else goes by this client's name.
 */
export function resume(prediction: Prediction, welcome: Welcome): Prediction {
  const { member, confirmed } = prediction;
  const outbox = welcome.role === "reader" ? withdraw(prediction.outbox) : prediction.outbox;
  if (welcome.member !== member) {
    throw lostLog(`it knew this client as member ${member} and now as member ${welcome.member}`);
  }
  const acknowledged = outbox.given - outbox.sent.length;
  if (welcome.clientSeq < acknowledged) {
    throw lostLog(`it had acknowledged ${acknowledged} signals of this client and now has ${welcome.clientSeq}`);
  }
  if (welcome.clientSeq > outbox.given) {
    throw new InktapeError(
      "denied",
      `The room has ${welcome.clientSeq} signals of this client, which sent ${outbox.given}: another tab uses the same ` +
        "client id. Give each its own, or none.",
    );
  }
  if (!welcome.keyframe) return predict(member, confirmed, outbox);
  return predict(
    member,
    notBefore(decodeKeyframe(welcome.keyframe), confirmed),
    acknowledge(outbox, welcome.clientSeq),
  );
}

function notBefore(board: Board, confirmed: Board): Board {
  if (board.seq >= confirmed.seq) return board;
  throw lostLog(`this client has its entry ${confirmed.seq} and it sends a board of entry ${board.seq}`);
}

function lostLog(how: string): InktapeError {
  return new InktapeError(
    "log-failed",
    `The room's log went backwards: ${how}. The server has lost data; load the page again to go on from what is left.`,
  );
}
