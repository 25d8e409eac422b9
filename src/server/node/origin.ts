/** True for an address or name that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host) || host === "::1";
}

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

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
