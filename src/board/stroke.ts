import type { MemberId } from "../signal/ids.js";
import type { InkHeader } from "../signal/shape.js";
import type { InkRun } from "./run.js";

/**
 * A stroke under construction: its head, and what has come of its points. Replaced as a whole; a class, so that immer
 * hands it out as it is instead of behind a proxy.
 */
export class ActiveStroke {
  constructor(
    readonly shape: InkHeader,
    readonly by: MemberId,
    readonly run: InkRun,
  ) {}
}
