import type { MemberId } from "../../signal/ids.js";
import { damaged } from "../envelope.js";
import type { DocumentOps } from "./document-ops.js";
import { UNTOLD, type DocumentTrack, type StrokeHead } from "./document-track.js";
import type { InkTrack } from "./ink-part.js";
import { OP } from "./op.js";

/** The times of the document with those of points, which the ink part tells. */
export function timesOf({ times, told, ops }: DocumentTrack, { authors }: InkTrack): Float64Array {
  const all = times.slice();
  const batch = new Map<StrokeHead, number>();
  let last = 0;
  for (let place = 0; place < all.length; place++) {
    const what = told[place]!;
    if (ops[place] === OP.end && what.type === "stroke") checkBatches(what.stroke, authors);
    if (ops[place] === OP.append && what.type === "stroke") {
      const { stroke } = what;
      const index = batch.get(stroke) ?? 0;
      batch.set(stroke, index + 1);
      const at = authors.get(stroke.by)?.[stroke.item]?.batches?.[index]?.at;
      if (at === undefined) throw damaged("ink", "has fewer batches than the document part says");
      all[place] = (times[stroke.begin] as number) + at;
    }
    const time = all[place] as number;
    if (time === UNTOLD || time < last) throw damaged("ink", "does not fit the document part: time runs backwards");
    last = time;
  }
  return all;
}

/** Throws unless the ink part has just the inks that the ops speak of. */
export function checkItems({ told, ops }: DocumentOps, { authors }: InkTrack): void {
  const counts = new Map<MemberId, number>();
  told.forEach((what, place) => {
    if (what.type === "signal" || ops[place] === OP.begin) return;
    const { by, item } = what.type === "stroke" ? what.stroke : what.added;
    const ink = authors.get(by)?.[item];
    if (!ink || (ink.batches !== null) !== (what.type === "stroke")) {
      throw damaged("ink", "lacks the points of a stroke or shape");
    }
    counts.set(by, (counts.get(by) ?? 0) + 1);
  });
  for (const [by, items] of authors) {
    if (items.length !== (counts.get(by) ?? 0)) throw damaged("ink", `holds ink of member ${by} that no entry brought`);
  }
}

function checkBatches({ by, item, batches }: StrokeHead, authors: InkTrack["authors"]): void {
  if (authors.get(by)?.[item]?.batches?.length !== batches) {
    throw damaged("ink", "does not hold the batches that the document part says");
  }
}
