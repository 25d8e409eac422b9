import { createHash } from "node:crypto";
import type { TapeFile } from "../../../tape/file/open.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import { verifyTape } from "../../../tape/verify.js";
import type { CommandOf } from "./command-of.js";
import { Progress } from "./progress.js";
import { withTapeFile } from "./tape-on-disk.js";

/** Reads a whole tape. Resolves with what is wrong with it, a sentence each; none when it is sound. */
export function verify({ file }: CommandOf<"verify">): Promise<string[]> {
  return withTapeFile(file, ({ tape }) => faultsOf(tape, file));
}

/** What is wrong with a tape and the files in it, a sentence each; shows how far it is. */
export async function faultsOf(tape: TapeFile, file: string): Promise<string[]> {
  const progress = new Progress(process.stderr, `Reading ${file}`);
  try {
    const { blocks } = await tape.timeline();
    const faults: string[] = [];
    const last = blocks.at(-1)?.last ?? 0;
    for await (const fault of verifyTape(watchedSource(tape, (seq) => progress.show(seq / last)))) faults.push(fault);
    for (const { hash } of tape.assets) {
      const digest = createHash("sha256")
        .update(await tape.asset(hash))
        .digest("hex");
      if (digest !== hash) faults.push(`The asset ${hash} is damaged: its bytes have the name ${digest}.`);
    }
    return faults;
  } finally {
    progress.end();
  }
}

/** The same tape, that tells of the last entry of each block that is read, as far as it got. */
function watchedSource(tape: TapeSource, reached: (seq: number) => void): TapeSource {
  let furthest = 0;
  const reach = (seq: number) => {
    furthest = Math.max(furthest, seq);
    reached(furthest);
  };
  return {
    timeline: (range) => tape.timeline(range),
    keyframe: (ref, signal) => tape.keyframe(ref, signal),
    block(ref, signal) {
      reach(ref.last);
      return tape.block(ref, signal);
    },
    part(ref, part, signal) {
      reach(ref.last);
      return tape.part(ref, part, signal);
    },
  };
}
