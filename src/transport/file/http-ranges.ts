import { InktapeError, isInktapeError } from "../../signal/errors.js";
import { bytesReader, type ByteRange, type RangeReader } from "../../tape/file/ranges.js";

/** The largest file that is taken whole from a host that does not know ranges. */
const MAX_WHOLE_BYTES = 2 ** 30;

/** What fetches; the platform's own `fetch` unless told. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** Is told how many bytes of a whole file have come, of how many; null when the host does not say. */
export type OnProgress = (loaded: number, total: number | null) => void;

/**
 * Reads pieces of a file on any web server by HTTP ranges (RFC 9110, 14). From a host that does not know ranges it takes
 * the whole file, once. Rejects with `not-found`, with `offline` when the host is out of reach, `too-large`, or an
 * `AbortError`.
 */
export function httpRanges(address: string, fetch: Fetch, onProgress?: OnProgress): RangeReader {
  /** The file, once it came whole. */
  let whole: RangeReader | null = null;
  return {
    async read(range, signal) {
      if (whole) return whole.read(range, signal);
      try {
        const response = await fetch(address, {
          headers: { Range: `bytes=${"suffix" in range ? `-${range.suffix}` : `${range.from}-${range.to - 1}`}` },
          ...(signal && { signal }),
        });
        if (response.status === 206) return await partOf(response, range, address);
        // What is asked for lies beyond the end of the file, which may have nothing in it at all.
        if (response.status === 416) return new Uint8Array(0);
        if (!response.ok) throw refusal(response, address);
        whole = bytesReader(await wholeOf(response, address, onProgress));
        return await whole.read(range, signal);
      } catch (cause) {
        if (isInktapeError(cause) || signal?.aborted) throw cause;
        throw new InktapeError(
          "offline",
          `The tape at ${address} is out of reach. Look at the network and try again.`,
          {
            cause,
          },
        );
      }
    },
  };
}

async function partOf(response: Response, range: ByteRange, address: string): Promise<Uint8Array> {
  const expected = "suffix" in range ? null : range.from;
  const said = /^bytes (\d+)-\d+\//.exec(response.headers.get("content-range") ?? "")?.[1];
  if (expected !== null && said !== undefined && Number(said) !== expected) {
    await response.body?.cancel();
    throw new InktapeError(
      "tape-damaged",
      `The host of ${address} answers with another part of the file than it was asked for.`,
    );
  }
  const limit = "suffix" in range ? range.suffix : range.to - range.from;
  return readUpTo(response, limit, address);
}

async function wholeOf(response: Response, address: string, onProgress?: OnProgress): Promise<Uint8Array> {
  const said = Number(response.headers.get("content-length") ?? 0);
  if (said > MAX_WHOLE_BYTES) {
    await response.body?.cancel();
    throw tooLarge(address);
  }
  // What is packed on the way is longer here than its length says.
  const total = said > 0 && !response.headers.has("content-encoding") ? said : null;
  return readUpTo(response, MAX_WHOLE_BYTES, address, (loaded) => onProgress?.(loaded, total));
}

/** The body, as long as it has no more than so many bytes: what the host says of its length is not believed. */
async function readUpTo(
  response: Response,
  limit: number,
  address: string,
  onLoaded?: (bytes: number) => void,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    chunks.push(step.value);
    length += step.value.length;
    onLoaded?.(length);
    if (length <= limit) continue;
    await reader?.cancel();
    throw tooLarge(address);
  }
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}

function tooLarge(address: string): InktapeError {
  return new InktapeError(
    "too-large",
    `The host of ${address} sends more than it was asked for. Put the tape on one that knows range requests.`,
  );
}

function refusal({ status }: Response, address: string): InktapeError {
  if (status === 404 || status === 410) return new InktapeError("not-found", `There is no tape at ${address}.`);
  if (status === 401 || status === 403) return new InktapeError("denied", `The tape at ${address} is not open to you.`);
  return new InktapeError("offline", `The host of the tape at ${address} answered with HTTP status ${status}.`);
}
