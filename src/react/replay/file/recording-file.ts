import { useMemo } from "react";
import { InktapeError } from "../../../signal/errors.js";
import { isRoomId } from "../../../signal/ids.js";
import { createStore, type Store } from "../../../store/store.js";
import type { TapeFileSource } from "../../../transport/file/tape-file.js";
import type { Transport } from "../../../transport/transport.js";
import { late } from "../../parts/late.js";

/** Where a recording's file is: an address, which may be relative to the page, or a file that somebody chose. */
export type RecordingFile = string | URL | Blob;

/** A recording's file as a player takes it. */
export interface OpenRecordingFile {
  /** By what the file is called, as a room could be. */
  readonly name: string;
  readonly transport: Transport;
  /** How much of the file has come, from 0 to 1, while all of it is fetched; null while only parts are, and when it is there. */
  readonly progress: Store<number | null>;
}

/** The file that `src` names, the same for the same; null for none. What reads it is fetched when it is first read. */
export function useRecordingFile(src: RecordingFile | undefined): OpenRecordingFile | null {
  const value = src instanceof URL ? src.href : src;
  return useMemo(() => (value === undefined ? null : openRecordingFile(value)), [value]);
}

/** Opens a recording's file. Nothing is read yet. */
export function openRecordingFile(src: string | Blob): OpenRecordingFile {
  const progress = createStore<number | null>(null);
  const onProgress = (loaded: number, total: number | null) => {
    progress.set(total === null || loaded >= total ? null : loaded / total);
  };
  const file = late(async () => {
    const { tapeFile } = await import("../../../transport/file/tape-file.js");
    return tapeFile({ src, onProgress });
  });
  return { name: nameOf(src), transport: transportOf(file.load), progress };
}

function transportOf(open: () => Promise<TapeFileSource>): Transport {
  return {
    connect() {
      throw new InktapeError("bad-argument", "Nobody can come into a recording's file: play it with <Replay src>.");
    },
    tape: () => ({
      timeline: async (range) => (await open()).timeline(range),
      block: async (ref, signal) => (await open()).block(ref, signal),
      part: async (ref, part, signal) => (await open()).part(ref, part, signal),
      keyframe: async (ref, signal) => (await open()).keyframe(ref, signal),
    }),
    assets: () => ({
      put: async (bytes, signal) => (await open()).assets.put(bytes, signal),
      get: async (hash, signal) => (await open()).assets.get(hash, signal),
    }),
    rooms: async () => [],
  };
}

function nameOf(src: string | Blob): string {
  const path = typeof src === "string" ? (src.split(/[?#]/)[0] ?? "") : src instanceof File ? src.name : "";
  const name = (path.split("/").at(-1) ?? "").replace(/\.inktape$/, "").replace(/[^A-Za-z0-9._~-]+/g, "-");
  return isRoomId(name) ? name : "recording";
}
