import { InktapeError } from "../../signal/errors.js";

/** True for an address or name that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === "::1";
}

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether a request was meant for a server that serves this machine alone. A name of another server can be made to lead
 * here (DNS rebinding): then a page of that server asks under its own name, and its browser lets it read the answers.
 *
 * @param host the request's Host header.
 * @param allowed origins whose names are taken too.
 */
export function isMeantForHere(host: string | undefined, allowed: readonly string[]): boolean {
  if (host === undefined || allowed.some((origin) => URL.canParse(origin) && new URL(origin).host === host))
    return true;
  return URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname);
}

/** What is said of a request that was not. */
export function notMeantForHere(host: string | undefined): InktapeError {
  return new InktapeError(
    "denied",
    `This server is for its own machine alone, and was asked under the name ${host}: start it with a secret, or name that origin by the option "origins".`,
  );
}

/**
 * Whether a page of that origin may open a socket here. Browsers let any page open a socket to any server and send the
 * user's cookies along, so the server has to look: a page of this very server may, a page on this machine may (an app
 * under development), and those that the operator has named. A program that is no browser sends no origin.
 *
 * @param origin the request's Origin header.
 * @param host the request's Host header.
 * @param allowed further origins, like `https://app.example.org`.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined || allowed.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  return page.host === host || isLoopback(page.hostname);
}
