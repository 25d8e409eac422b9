import { verifyTape } from "../../../tape/verify.js";
import type { CommandOf } from "./command-of.js";
import { withTapeFile } from "./tape-on-disk.js";

/** Reads a whole tape. Resolves with what is wrong with it, a sentence each; none when it is sound. */
export function verify({ file }: CommandOf<"verify">): Promise<string[]> {
  return withTapeFile(file, async ({ tape }) => {
    const faults: string[] = [];
    for await (const fault of verifyTape(tape)) faults.push(fault);
    return faults;
  });
}
