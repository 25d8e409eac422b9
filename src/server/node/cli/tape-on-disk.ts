import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { InktapeError } from "../../../signal/errors.js";
import { openTapeFile, type TapeFile } from "../../../tape/file/open.js";
import type { RangeReader } from "../../../tape/file/ranges.js";
import type { Sink } from "../../../tape/file/write.js";

/** A tape's file while it is open. */
export interface OpenTape {
  readonly tape: TapeFile;
  /** Bytes of the file. */
  readonly size: number;
}

/** Opens the file of a tape for as long as `work` runs. Rejects with `not-found` when it cannot be opened. */
export async function withTapeFile<T>(file: string, work: (open: OpenTape) => Promise<T>): Promise<T> {
  const handle = await open(file, "r").catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "There is no file" : "inktape cannot read the file";
    throw new InktapeError("not-found", `${why} ${file}.`, { cause });
  });
  try {
    const info = await handle.stat();
    if (!info.isFile()) throw new InktapeError("not-found", `${file} is no file.`);
    return await work({ tape: await openTapeFile(rangesOf(handle, info.size)), size: info.size });
  } finally {
    await handle.close();
  }
}

/** Makes a file of what `write` gives, all of it or nothing. Rejects with `bad-argument` for one that is there already. */
export async function writeNewFile<T>(file: string, write: (sink: Sink) => Promise<T>): Promise<T> {
  if (existsSync(file)) {
    throw new InktapeError("bad-argument", `${file} is there already. Take it away, or choose another name.`);
  }
  const part = `${file}.${randomUUID().slice(0, 8)}.part`;
  const handle = await open(part, "wx").catch((cause: Error) => {
    throw new InktapeError("bad-argument", `inktape cannot write ${file}: ${cause.message}.`, { cause });
  });
  try {
    const value = await write(async (bytes) => {
      await handle.write(bytes);
    });
    await handle.sync();
    await handle.close();
    await rename(part, file);
    return value;
  } catch (error) {
    await handle.close();
    await rm(part, { force: true });
    throw error;
  }
}

function rangesOf(handle: FileHandle, size: number): RangeReader {
  return {
    async read(range) {
      const from = "suffix" in range ? Math.max(0, size - range.suffix) : range.from;
      const to = Math.min(size, "suffix" in range ? size : range.to);
      const bytes = new Uint8Array(Math.max(0, to - from));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    },
  };
}
