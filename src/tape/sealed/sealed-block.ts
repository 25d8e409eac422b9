import type { Board } from "../../board/board.js";
import type { Entry } from "../../signal/entry.js";
import { InktapeError } from "../../signal/errors.js";
import type { ShapeId } from "../../signal/ids.js";
import type { InkPoints } from "../../signal/ink.js";
import { pointsOf, type InkShape } from "../../signal/shape.js";
import { trackOf, type SignalOf } from "../../signal/signal.js";
import type { BlockBytes, SealedBlock } from "../block-info.js";
import { checkOrder } from "../check-order.js";
import { isSameEntry } from "../same-entry.js";
import { isSamePoints } from "../same-points.js";
import { decodeDocument } from "./document-part.js";
import { encodeDocument } from "./encode-document.js";
import { encodeInkPart, inkTrackOf } from "./encode-ink-part.js";
import { decodeInkPart, type HousedInk, type InkForm } from "./ink-part.js";
import { SEALED_LIMITS } from "./limits.js";
import { planOf, pointsOfStroke, type Plan } from "./plan.js";
import { decodePresence } from "./presence-part.js";
import { encodePresence } from "./encode-presence.js";
import { SealedTrack } from "./sealed-track.js";

/**
 * Encodes a run of entries as the three parts of a sealed block, reads them again and compares: what comes back is
 * certain to be what went in.
 *
 * Throws `bad-argument` for no entries, too many, or entries that do not follow one another without a gap, `too-large`
 * for entries that are too large for one block, `tape-damaged` when what was written does not read as what was meant.
 *
 * @param before the board right before the first entry.
 * @param inks ink on the board after the last entry that the tape does not keep yet.
 * @param form how the ink is written.
 */
export function encodeSealed(
  entries: readonly Entry[],
  before: Board,
  inks: readonly { readonly id: ShapeId; readonly points: InkPoints }[],
  form: InkForm = "fine",
): BlockBytes {
  checkOrder(entries, SEALED_LIMITS.entries);
  const last = entries.at(-1) as Entry;
  const plan = planOf(
    entries.filter(({ signal }) => trackOf(signal) === "document"),
    before,
  );
  const brought = broughtBy(plan);
  const housed = inks
    .filter(({ id, points }) => !isSamePoints(brought.get(id), points))
    .map(({ id, points }): HousedInk => ({ id, seq: last.seq, points }));
  const parts = {
    document: encodeDocument(entries, plan),
    ink: encodeInkPart(inkTrackOf(plan, housed), form),
    presence: encodePresence(entries, before),
  };
  compare(entries, housed, parts, last);
  return parts;
}

/** Opens the parts of a sealed block that are at hand. Throws `tape-damaged` or `unsupported-version`. */
export function openSealed(parts: Pick<BlockBytes, "document"> & Partial<BlockBytes>, to: Entry["at"]): SealedTrack {
  return new SealedTrack(
    decodeDocument(parts.document),
    parts.ink ? decodeInkPart(parts.ink) : null,
    parts.presence ? decodePresence(parts.presence) : null,
    to,
  );
}

/** The entries of a sealed block. Throws `tape-damaged` or `unsupported-version`. */
export function sealedEntries({ info, parts }: SealedBlock): Entry[] {
  return openSealed(parts, info.to).entries();
}

/** The last ink that the block's own entries brought to each shape. */
function broughtBy({ strokes, adds }: Plan): Map<ShapeId, InkPoints> {
  const ends = [
    ...strokes.map((stroke) => ({ seq: stroke.end.seq, id: stroke.header.id, points: () => pointsOfStroke(stroke) })),
    ...adds.map(({ seq, signal }) => {
      const { shape } = signal as SignalOf<"shape.add">;
      return { seq, id: shape.id, points: () => pointsOf(shape as InkShape) };
    }),
  ].sort((a, b) => a.seq - b.seq);
  const last = new Map(ends.map((end) => [end.id, end]));
  return new Map([...last].map(([id, { points }]) => [id, points()]));
}

function compare(entries: readonly Entry[], housed: readonly HousedInk[], parts: BlockBytes, { seq, at }: Entry): void {
  const track = openSealed(parts, at);
  const read = track.entries();
  const wrong = entries.find((entry, index) => !isSameEntry(entry, read[index]));
  const lost = housed.find(({ id, points }) => !isSamePoints(track.inkOf(id, seq), points));
  if (!wrong && !lost && read.length === entries.length) return;
  throw new InktapeError(
    "tape-damaged",
    `The block up to entry ${seq} does not read as it was written (${wrong ? `entry ${wrong.seq}` : "its ink"}): ` +
      "its raw entries are kept. Please report this.",
  );
}
