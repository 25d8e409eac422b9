import type { Goodbye } from "../../signal/protocol.js";

/** RFC 6455, section 7.4.1: codes that mean this client does something wrong, so that trying again cannot help. */
const WRONG = { protocol: 1002, notBinary: 1003, badPayload: 1007, policy: 1008, tooBig: 1009 } as const;

/** The reason of an end that came without a goodbye: from the socket's close code, which is all there is. */
export function goodbyeOfCode(code: number, reason: string): Goodbye {
  const said = reason === "" ? "" : ` It said: ${reason}`;
  switch (code) {
    case WRONG.policy:
      return {
        code: "denied",
        message: `The server does not let this client in (close code ${code}).${said}`,
        isRetryable: false,
      };
    case WRONG.tooBig:
      return {
        code: "too-large",
        message: `The server refused a message as too large (close code ${code}).${said}`,
        isRetryable: false,
      };
    case WRONG.protocol:
    case WRONG.notBinary:
    case WRONG.badPayload:
      return {
        code: "bad-bytes",
        message: `The server could not read a message (close code ${code}).${said}`,
        isRetryable: false,
      };
    default:
      return {
        code: "offline",
        message: `The connection to the server is lost (close code ${code}).${said}`,
        isRetryable: true,
      };
  }
}
