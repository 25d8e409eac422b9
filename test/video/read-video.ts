import { ALL_FORMATS, AudioSampleSink, BlobSource, CanvasSink, Input } from "mediabunny";

/** A video as a player reads it. */
export interface ReadVideo {
  readonly width: number;
  readonly height: number;
  /** Seconds. */
  readonly duration: number;
  /** What each frame shows, RGBA, and from when, in seconds. */
  readonly frames: readonly { readonly at: number; readonly image: ImageData }[];
  /** The first channel of the sound, from the video's beginning; null without one. */
  readonly sound: { readonly sampleRate: number; readonly samples: Float32Array } | null;
}

/** Reads all of a video. */
export async function readVideo(file: Blob): Promise<ReadVideo> {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  const video = await input.getPrimaryVideoTrack();
  if (!video) throw new Error("There is no picture in the video.");
  const frames: { at: number; image: ImageData }[] = [];
  for await (const { canvas, timestamp } of new CanvasSink(video).canvases()) {
    const context = (canvas as HTMLCanvasElement).getContext("2d")!;
    frames.push({ at: timestamp, image: context.getImageData(0, 0, canvas.width, canvas.height) });
  }
  const duration = await video.computeDuration();
  const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
  const audio = await input.getPrimaryAudioTrack();
  if (!audio) return { width, height, duration, frames, sound: null };
  const sampleRate = await audio.getSampleRate();
  const samples = new Float32Array(Math.ceil((await audio.computeDuration()) * sampleRate) + sampleRate);
  for await (const sample of new AudioSampleSink(audio).samples()) {
    const plane = new Float32Array(sample.numberOfFrames);
    sample.copyTo(plane, { planeIndex: 0, format: "f32-planar" });
    const at = Math.round(sample.timestamp * sampleRate);
    samples.set(plane.subarray(Math.max(0, -at)), Math.max(0, at));
    sample.close();
  }
  return { width, height, duration, frames, sound: { sampleRate, samples } };
}

/** A second of a tone as a WAV file. */
export function toneFile(seconds: number, sampleRate = 48_000, hertz = 440): Blob {
  const count = Math.round(seconds * sampleRate);
  const bytes = new DataView(new ArrayBuffer(44 + 2 * count));
  const text = (at: number, letters: string) =>
    [...letters].forEach((letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  bytes.setUint32(4, 36 + 2 * count, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, sampleRate, true);
  bytes.setUint32(28, 2 * sampleRate, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, "data");
  bytes.setUint32(40, 2 * count, true);
  for (let at = 0; at < count; at++) {
    bytes.setInt16(44 + 2 * at, Math.round(16_000 * Math.sin((2 * Math.PI * hertz * at) / sampleRate)), true);
  }
  return new Blob([bytes.buffer], { type: "audio/wav" });
}
