import type { ErrorCode } from "../../../signal/errors.js";
import type { PictureMessages } from "../../picture-messages.js";

/** Says why a file was not taken. */
export function problemText({ problem }: PictureMessages, code: ErrorCode | null): string {
  switch (code) {
    case "bad-argument":
      return problem.type;
    case "bad-bytes":
      return problem.damaged;
    case "too-large":
    case "too-many":
      return problem.tooLarge;
    case "denied":
    case "read-only":
      return problem.denied;
    case "offline":
      return problem.unreachable;
    default:
      return problem.other;
  }
}
