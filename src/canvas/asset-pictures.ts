import type { Clock } from "../clock/clock.js";
import { isInktapeError } from "../signal/errors.js";
import { decodePicture, type DecodedPicture } from "./pictures/decode-picture.js";

export interface AssetPicturesOptions {
  /** Gets a picture's bytes by its hash. Rejects with `offline` when it is worth another try. */
  readonly get: (
    hash: string,
    signal: AbortSignal,
  ) => Promise<{ readonly mediaType: string; readonly bytes: Uint8Array }>;
  readonly clock: Clock;
  /** Decoded pictures are kept up to so many pixels in all. Default 64 million, 256 MB. */
  readonly maxPixels?: number | undefined;
}

/** How long is waited before a picture that was out of reach is tried again: longer every time, in milliseconds. */
const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];
const MAX_PIXELS = 64e6;

interface Kept {
  state: "loading" | "ready" | "failed";
  decoded: DecodedPicture | null;
  /** Resolves with null when it cannot be had. */
  loading: Promise<DecodedPicture | null>;
}

/**
 * The pictures of a room, decoded and ready to be painted. Each is fetched when it is first asked for, tried again while
 * it is out of reach, and remembered as missing when it cannot be had at all. Those that were painted longest ago are let
 * go of, and come again when they are asked for.
 */
export class AssetPictures {
  readonly #options: AssetPicturesOptions;
  /** In the order of use, the latest last. */
  readonly #kept = new Map<string, Kept>();
  readonly #listeners = new Set<(hash: string) => void>();
  readonly #closing = new AbortController();

  constructor(options: AssetPicturesOptions) {
    this.#options = options;
  }

  /** The picture, or null while it is on its way and when it cannot be had. The same object as long as it is kept. */
  imageOf(hash: string): CanvasImageSource | null {
    return this.#use(hash).decoded?.image ?? null;
  }

  /** True when the picture cannot be had. */
  hasFailed(hash: string): boolean {
    return this.#kept.get(hash)?.state === "failed";
  }

  /** The picture once it is there, for one who can wait; null when it cannot be had. */
  load(hash: string): Promise<DecodedPicture | null> {
    const kept = this.#use(hash);
    return kept.decoded ? Promise.resolve(kept.decoded) : kept.loading;
  }

  /** Hears when a picture has come, or turned out to be missing. Returns what ends it. */
  onChange(listener: (hash: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes a picture that is at hand, so that it need not be fetched. */
  keep(hash: string, decoded: DecodedPicture): void {
    this.#kept.set(hash, { state: "ready", decoded, loading: Promise.resolve(decoded) });
    this.#tell(hash);
    this.#letGo();
  }

  /** Stops all fetching and lets go of everything. */
  close(): void {
    this.#closing.abort();
    this.#listeners.clear();
    for (const { decoded } of this.#kept.values()) free(decoded);
    this.#kept.clear();
  }

  #use(hash: string): Kept {
    const kept = this.#kept.get(hash) ?? this.#start(hash);
    this.#kept.delete(hash);
    this.#kept.set(hash, kept);
    return kept;
  }

  #start(hash: string): Kept {
    const kept: Kept = { state: "loading", decoded: null, loading: Promise.resolve(null) };
    kept.loading = this.#fetch(hash).then(
      (decoded) => {
        // Somebody may have brought it meanwhile, or nobody want it any more.
        if (this.#kept.get(hash) !== kept) return this.#kept.get(hash)?.decoded ?? decoded;
        kept.state = "ready";
        kept.decoded = decoded;
        this.#tell(hash);
        this.#letGo();
        return decoded;
      },
      () => {
        if (this.#closing.signal.aborted) return null;
        kept.state = "failed";
        this.#tell(hash);
        return null;
      },
    );
    return kept;
  }

  async #fetch(hash: string): Promise<DecodedPicture> {
    const { signal } = this.#closing;
    for (let tries = 0; ; tries++) {
      try {
        signal.throwIfAborted();
        const { bytes, mediaType } = await this.#options.get(hash, signal);
        return await decodePicture(bytes, mediaType);
      } catch (error) {
        if (signal.aborted || !isInktapeError(error, "offline")) throw error;
        await this.#wait(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] as number);
      }
    }
  }

  #wait(ms: number): Promise<void> {
    const { signal } = this.#closing;
    return new Promise((resolve, reject) => {
      const stop = this.#options.clock.after(ms, resolve);
      signal.addEventListener("abort", () => (stop(), reject(signal.reason)), { once: true });
    });
  }

  #tell(hash: string): void {
    for (const listener of [...this.#listeners]) listener(hash);
  }

  #letGo(): void {
    const { maxPixels = MAX_PIXELS } = this.#options;
    let pixels = 0;
    // The newest is kept however large it is.
    for (const [hash, { decoded }] of [...this.#kept].reverse()) {
      pixels += pixelsOf(decoded);
      if (decoded === null || pixels <= maxPixels || pixels === pixelsOf(decoded)) continue;
      free(decoded);
      this.#kept.delete(hash);
    }
  }
}

function pixelsOf(decoded: DecodedPicture | null): number {
  return decoded ? decoded.image.width * decoded.image.height : 0;
}

/** Gives the memory back at once; the next collection of garbage may be far. */
function free(decoded: DecodedPicture | null): void {
  if (decoded && "close" in decoded.image) decoded.image.close();
}
