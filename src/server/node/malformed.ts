import type { Duplex } from "node:stream";
import { refuse, type Problem } from "./problems.js";

interface Refusal {
  readonly status: number;
  readonly problem: Problem;
}

const MALFORMED: Refusal = {
  status: 400,
  problem: { code: "bad-bytes", message: "What came is no HTTP request that this server can read." },
};

/** What Node says of requests that it gives up, by the code of its error. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    problem: { code: "too-large", message: "The headers of the request are too large: send fewer or shorter ones." },
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    problem: { code: "offline", message: "The request took too long to come. Send it again, all at once." },
  },
};

/** Answers what is no request, or none that is taken, in a sentence as all others get one. */
export function answerMalformed(error: NodeJS.ErrnoException, stream: Duplex): void {
  if (!stream.writable) return void stream.destroy();
  const { status, problem } = REFUSALS[error.code ?? ""] ?? MALFORMED;
  refuse(stream, problem, status);
}

/** The same for a request whose address or host cannot be read. */
export function malformedRequest(): Response {
  return Response.json(MALFORMED.problem, { status: MALFORMED.status });
}
