import type { Seq, ShapeId } from "../../signal/ids.js";
import type { InkPoints } from "../../signal/ink.js";

/** Tells after which entry the tape keeps these points, so that a keyframe can refer to them; undefined when it does not. */
export type InkHome = (points: InkPoints) => Seq | undefined;

/** Gives the points that a shape had right after an entry, when they are at hand. */
export type InkFinder = (id: ShapeId, seq: Seq) => InkPoints | undefined;
