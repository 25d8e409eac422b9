import type { Timeline } from "../../../tape/timeline.js";
import type { CommandOf } from "./command-of.js";
import { writeTape } from "./export.js";
import { withTapeFile } from "./tape-on-disk.js";

/** Makes a tape of a stretch of another. Resolves with the index of what was written. */
export function trim({ range, file, out }: CommandOf<"trim">): Promise<Timeline> {
  return withTapeFile(file, ({ tape }) => {
    const assets = tape.assets.map((ref) => ({ ...ref, content: () => tape.asset(ref.hash) }));
    return writeTape(tape, range, out, assets);
  });
}
