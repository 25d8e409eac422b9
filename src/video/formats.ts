import type { AudioCodec, VideoCodec } from "mediabunny";
import { InktapeError } from "../signal/errors.js";
import { videoLook } from "./video-look.js";
import type { VideoFormat, VideoLook } from "./video-options.js";

/** A way of making a video that this browser has. */
export interface VideoEncoding {
  readonly format: VideoFormat;
  readonly codec: VideoCodec;
}

/** What is packed how, the best first. */
const CODECS: Readonly<Record<VideoFormat, readonly VideoCodec[]>> = { mp4: ["avc"], webm: ["vp9", "vp8", "av1"] };
export const SOUND_CODECS: Readonly<Record<VideoFormat, readonly AudioCodec[]>> = {
  mp4: ["aac", "opus"],
  webm: ["opus", "vorbis"],
};
const FORMATS = Object.keys(CODECS) as readonly VideoFormat[];

/**
 * The formats in which this browser can make a video of that size, the one that more programs play first. None where it
 * has no WebCodecs.
 */
export async function videoFormats(
  look: Partial<Pick<VideoLook, "width" | "height" | "frameRate">> = {},
): Promise<readonly VideoFormat[]> {
  return (await encodings(videoLook(look))).map(({ format }) => format);
}

/** The way to make a video, in that format when one is named. Rejects with `bad-argument` where this browser has none. */
export async function encodingFor(look: VideoLook, wanted: VideoFormat | undefined): Promise<VideoEncoding> {
  const found = (await encodings(look)).find(({ format }) => wanted === undefined || format === wanted);
  if (found) return found;
  const what = `a ${wanted === undefined ? "video" : wanted === "mp4" ? "video as MP4" : "video as WebM"}`;
  throw new InktapeError(
    "bad-argument",
    `This browser cannot make ${what} of ${look.width} × ${look.height} pixels: choose another format or a smaller size, or take a newer browser.`,
  );
}

async function encodings({ width, height, frameRate }: VideoLook): Promise<readonly VideoEncoding[]> {
  const { getFirstEncodableVideoCodec, QUALITY_HIGH: quality } = await import("mediabunny");
  const found = await Promise.all(
    FORMATS.map(async (format) => {
      const codec = await getFirstEncodableVideoCodec([...CODECS[format]], { width, height, frameRate, quality });
      return codec ? [{ format, codec }] : [];
    }),
  );
  return found.flat();
}
