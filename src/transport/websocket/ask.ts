import { InktapeError, isInktapeError, type ErrorCode } from "../../signal/errors.js";
import type { RoomId } from "../../signal/ids.js";
import { tokenFor, type TokenSource } from "./token.js";

/** With what token something is asked for, and until when; what is given along, if anything is. */
export interface Asking extends Pick<RequestInit, "method" | "body"> {
  readonly token: TokenSource | undefined;
  readonly room: RoomId | null;
  readonly signal?: AbortSignal | undefined;
}

/** Asks a server. Rejects with the server's own error, with `offline` when it is out of reach, or an `AbortError`. */
export async function ask<T>(
  address: string,
  read: (response: Response) => Promise<T>,
  { token, room, signal, ...request }: Asking,
): Promise<T> {
  try {
    const headers = token === undefined ? {} : { Authorization: `Bearer ${await tokenFor(token, room)}` };
    const response = await fetch(address, { ...request, headers, ...(signal && { signal }) });
    if (!response.ok) throw await errorOf(response, address);
    return await read(response);
  } catch (cause) {
    if (isInktapeError(cause) || signal?.aborted) throw cause;
    throw new InktapeError("offline", `The server at ${address} is out of reach. Look at the network and try again.`, {
      cause,
    });
  }
}

export async function asBytes(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

export async function asJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(response.url);
  }
}

/** What is said of an answer that is not what was asked for. */
export function unreadable(address: string): InktapeError {
  return new InktapeError("bad-bytes", `What ${address} answered cannot be read: is this an inktape server?`);
}

async function errorOf(response: Response, address: string): Promise<InktapeError> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === "object" && body !== null && "code" in body && "message" in body) {
    return new InktapeError(String(body.code) as ErrorCode, String(body.message));
  }
  const code = response.status === 404 ? "not-found" : "offline";
  return new InktapeError(code, `The server at ${address} answered with HTTP status ${response.status}.`);
}
