import { createToken, type InktapeServer, type TokenOptions } from "../../../../src/server/node/index.js";
import type { Running } from "../running.js";

export const SECRET = "a secret of thirty-two bytes or so";

/** How something is asked of a server over HTTP. */
export interface Asking {
  readonly headers?: Record<string, string> | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: BodyInit | undefined;
  readonly token?: string | undefined;
}

/** Asks a server for something over HTTP. */
export function ask(server: InktapeServer, method: string, path: string, asking: Asking = {}): Promise<Response> {
  const headers = { ...asking.headers, ...(asking.token ? { Authorization: `Bearer ${asking.token}` } : {}) };
  const body = asking.json === undefined ? asking.body : JSON.stringify(asking.json);
  return fetch(new URL(`api${path}`, server.url), { method, headers, ...(body === undefined ? {} : { body }) });
}

/** What comes back, as far as errors are concerned. */
export async function refusal(answer: Promise<Response>): Promise<readonly [status: number, code: unknown]> {
  const response = await answer;
  return [response.status, ((await response.json()) as { readonly code?: unknown }).code];
}

/** A token for the rooms of a server that knows {@link SECRET}. */
export function tokenAt(running: Running, options: Partial<TokenOptions> = {}): Promise<string> {
  return createToken({ secret: SECRET, room: "room", now: running.clock.now(), ...options });
}
