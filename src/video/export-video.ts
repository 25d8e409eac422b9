import type { StreamTargetChunk, Target } from "mediabunny";
import { systemClock } from "../clock/system.js";
import { openFilm } from "./film.js";
import { encodingFor } from "./formats.js";
import { givingWay } from "./give-way.js";
import { videoLook } from "./video-look.js";
import type { VideoOptions } from "./video-options.js";
import { openSound } from "./video-sound.js";

/** A piece of a video and where in its file it belongs: what the stream of a `FileSystemFileHandle` takes. */
export type VideoChunk = StreamTargetChunk;

/** Sound is put in after every so many seconds of pictures. */
const SOUND_S = 1;

/**
 * Makes a video of a stretch of a recording, in this tab and as fast as it can: what a `<Replay>` that nobody touches
 * shows, sharp at any size. The same recording and options give the same pictures. Loads what it takes to write video.
 *
 * Rejects with `bad-argument` for options that no video can have and where the browser cannot make one (ask
 * `videoFormats`), `not-found` when nothing was recorded in the stretch, `bad-bytes` for sound that cannot be read, with
 * what the source says, and with the reason of `signal`.
 */
export async function exportVideo(options: VideoOptions): Promise<Blob> {
  const { BufferTarget } = await import("mediabunny");
  const target = new BufferTarget();
  const type = await makeVideo(options, target);
  return new Blob([target.buffer as ArrayBuffer], { type });
}

/**
 * The same, written to a file as it is made, so that its length is limited by no memory: give the stream that
 * `createWritable()` of a `FileSystemFileHandle` makes. It is closed when the video is whole, and aborted when it is not.
 */
export async function writeVideo(options: VideoOptions, file: WritableStream<VideoChunk>): Promise<void> {
  const { StreamTarget } = await import("mediabunny");
  const writer = file.getWriter();
  // The file is closed here and only here: whoever stops half-way leaves none behind.
  const pieces = new WritableStream<VideoChunk>({ write: (chunk) => writer.write(chunk) });
  try {
    await makeVideo(options, new StreamTarget(pieces, { chunked: true }));
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}

/** Resolves with the video's media type. */
async function makeVideo(options: VideoOptions, target: Target): Promise<string> {
  const { signal, onProgress, clock = systemClock() } = options;
  signal?.throwIfAborted();
  const look = videoLook(options);
  const { AudioSample, AudioSampleSource, CanvasSource, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat } =
    await import("mediabunny");
  const { format, codec } = await encodingFor(look, options.format);
  const film = await openFilm(options, look, clock);
  const { frames, canvas } = film;
  const { frameRate } = look;
  const sound = options.sound && (await openSound(options.sound, format, film.wallAt).catch(closing(film)));
  const output = new Output({ format: format === "mp4" ? new Mp4OutputFormat() : new WebMOutputFormat(), target });
  const pictures = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH });
  output.addVideoTrack(pictures, { frameRate });
  const sounds = sound && new AudioSampleSource({ codec: sound.codec, quality: QUALITY_HIGH });
  if (sounds) output.addAudioTrack(sounds);

  let heard = 0;
  const addSound = async (until: number) => {
    const data = await sound?.track.readTo(until);
    if (!data || !sound) return;
    const { sampleRate, channels: numberOfChannels } = sound;
    const timestamp = heard / sampleRate;
    heard += data.length / numberOfChannels;
    const sample = new AudioSample({ data, format: "f32-planar", numberOfChannels, sampleRate, timestamp });
    await sounds?.add(sample);
    sample.close();
  };
  const giveWay = givingWay(clock);
  try {
    await output.start();
    for (let frame = 0; frame < frames; frame++) {
      await film.paint(frame);
      await pictures.add(frame / frameRate, 1 / frameRate);
      if ((frame + 1) % Math.ceil(SOUND_S * frameRate) === 0) await addSound((frame + 1) / frameRate);
      onProgress?.({ done: frame + 1, frames });
      await giveWay();
      signal?.throwIfAborted();
    }
    await addSound(frames / frameRate);
    await output.finalize();
    return await output.getMimeType();
  } catch (error) {
    await output.cancel();
    throw error;
  } finally {
    await sound?.close();
    film.close();
  }
}

function closing(film: { close(): void }): (reason: unknown) => never {
  return (reason) => {
    film.close();
    throw reason;
  };
}
