import { InktapeError } from "../../signal/errors.js";

/** The content of a font's file. Throws `offline` when it cannot be had. */
export async function fontBytes(url: URL): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new InktapeError("offline", `The font ${url.href} cannot be had: see that the server gives it.`, { cause });
  });
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw new InktapeError("offline", `The font ${url.href} cannot be had: the server answered ${response.status}.`);
}
