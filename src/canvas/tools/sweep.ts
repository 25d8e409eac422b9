import type { Point } from "../../board/point.js";
import type { ToolContext, ToolPointer } from "../tool.js";
import { reachOf } from "./reach.js";

/** Follows a pointer: calls back for each straight part of its way, the press itself first, with how far it reaches. */
export function sweep(
  start: ToolPointer,
  context: ToolContext,
  onPart: (from: Point, to: Point, reach: number) => void,
): (pointer: ToolPointer) => void {
  let last: Point = start;
  const follow = (pointer: ToolPointer) => {
    const reach = reachOf(pointer, context.camera().zoom);
    for (const sample of pointer.coalesced) {
      onPart(last, sample, reach);
      last = sample;
    }
  };
  follow(start);
  return follow;
}
