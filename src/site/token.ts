const KEY = "inktape.token";

/**
 * The token that the address brings behind `#token=`, or that this tab came with before. It is taken out of the address,
 * so that who passes the address on does not pass the token on.
 */
export function takeToken(): string | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get("token");
  if (token === null) return sessionStorage.getItem(KEY) ?? undefined;
  fragment.delete("token");
  const rest = fragment.toString();
  history.replaceState(history.state, "", location.pathname + location.search + (rest === "" ? "" : `#${rest}`));
  sessionStorage.setItem(KEY, token);
  return token;
}
