import { assetsIn } from "../../board/assets.js";
import { shapesOf } from "../../board/leaves.js";
import { isInktapeError } from "../../signal/errors.js";
import type { Signal } from "../../signal/signal.js";
import { decodeKeyframe } from "../keyframe.js";
import { openBlock } from "../open-block.js";
import type { TapePiece, TapePieces } from "../pieces.js";

/** Passes the pieces of a tape on, and notes in `names` the assets that its boards and entries speak of. */
export async function* notingAssets(pieces: TapePieces, names: Set<string>): TapePieces {
  let step = await pieces.next();
  for (; !step.done; step = await pieces.next()) {
    for (const asset of assetsNamedIn(step.value)) names.add(asset);
    yield step.value;
  }
  return step.value;
}

/** Nothing for a piece that cannot be read: it is passed on as it is, and what it names is lost with it. */
function assetsNamedIn(piece: TapePiece): Iterable<string> {
  try {
    if (piece.type === "block") return openBlock(piece.ref, piece.bytes).entries.flatMap(({ signal }) => named(signal));
    const board = decodeKeyframe(piece.bytes);
    return assetsIn(
      shapesOf(board),
      Object.values(board.pages).map(({ paper }) => paper),
    );
  } catch (error) {
    if (isInktapeError(error, "tape-damaged")) return [];
    throw error;
  }
}

function named(signal: Signal): readonly string[] {
  const props: object | null =
    signal.type === "shape.add"
      ? signal.shape
      : signal.type === "shape.set"
        ? signal.props
        : signal.type === "page.paper"
          ? signal.paper
          : null;
  const asset = props && "asset" in props ? props.asset : "";
  return typeof asset === "string" && asset !== "" ? [asset] : [];
}
