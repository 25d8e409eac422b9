import type { AudioSample, AudioSampleSink } from "mediabunny";

/** Sound is taken in pieces of so many a second: short enough that nobody hears where one is left out. */
const PIECES_A_SECOND = 100;
/** A piece that is further from where the last one ended was jumped to; nearer ones only rounded, and would click. */
const JUMP_S = 0.005;
/** Further than this, what lies between is not even read. */
const FAR_S = 5;

/** A decoded stretch of sound. */
interface Stretch {
  /** Seconds of the sound's own time. */
  readonly start: number;
  readonly end: number;
  readonly planes: readonly Float32Array[];
}

export interface SoundTrackOptions {
  readonly sink: Pick<AudioSampleSink, "samples">;
  readonly sampleRate: number;
  readonly channels: number;
  /** Seconds of the sound's own time at seconds of the video; never falls. */
  readonly soundAt: (time: number) => number;
}

/**
 * A sound as a video has it: silent before it begins and after it ends, and without what the video leaves out. It is
 * read once from its beginning to its end; no more of it is in memory than what is asked for.
 */
export class SoundTrack {
  readonly #options: SoundTrackOptions;
  #samples: AsyncGenerator<AudioSample, void, unknown> | null = null;
  #stretch: Stretch | null = null;
  #isOver = false;
  /** Where the next piece begins if nothing is left out, in seconds of the sound's own time. */
  #next = -Infinity;
  /** How many sound frames of the video were read. */
  #read = 0;

  constructor(options: SoundTrackOptions) {
    this.#options = options;
  }

  /** The sound from where the last call ended to that second of the video, plane after plane; null for no sound at all. */
  async readTo(time: number): Promise<Float32Array<ArrayBuffer> | null> {
    const { sampleRate, channels, soundAt } = this.#options;
    const count = Math.round(time * sampleRate) - this.#read;
    if (count <= 0) return null;
    const data = new Float32Array(count * channels);
    const piece = Math.round(sampleRate / PIECES_A_SECOND);
    for (let at = 0; at < count; at += piece) {
      const due = soundAt((this.#read + at) / sampleRate);
      if (Math.abs(due - this.#next) > JUMP_S) this.#next = due;
      const length = Math.min(piece, count - at);
      await this.#fill(data, { at, length, count });
      this.#next += length / sampleRate;
    }
    this.#read += count;
    return data;
  }

  async close(): Promise<void> {
    await this.#samples?.return();
  }

  /** Fills a piece with what there is of it. */
  async #fill(
    data: Float32Array,
    { at, length, count }: { readonly at: number; readonly length: number; readonly count: number },
  ): Promise<void> {
    const { sampleRate } = this.#options;
    for (let done = 0; done < length;) {
      const from = this.#next + done / sampleRate;
      const stretch = await this.#stretchAt(from);
      if (!stretch) return;
      // Before the stretch begins there is silence.
      const offset = Math.round((from - stretch.start) * sampleRate);
      const silent = Math.min(length - done, Math.max(0, -offset));
      const start = Math.max(0, offset);
      const [plane] = stretch.planes;
      const there = Math.max(0, Math.min(length - done - silent, (plane?.length ?? 0) - start));
      stretch.planes.forEach((samples, channel) => {
        data.set(samples.subarray(start, start + there), channel * count + at + done + silent);
      });
      // At the very end of a stretch a rounding may leave nothing of it.
      done += Math.max(1, silent + there);
    }
  }

  /** The stretch at a time, or the first one after it; null when there is none. Times may only go forward. */
  async #stretchAt(time: number): Promise<Stretch | null> {
    const { sink, sampleRate } = this.#options;
    const half = 0.5 / sampleRate;
    if (this.#stretch && time - this.#stretch.end > FAR_S) {
      await this.close();
      this.#samples = null;
      this.#stretch = null;
    }
    this.#samples ??= sink.samples(Math.max(0, time));
    while (!this.#isOver && (!this.#stretch || this.#stretch.end <= time + half)) {
      const { value, done } = await this.#samples.next();
      if (done || !value) this.#isOver = true;
      else this.#stretch = decoded(value, this.#options.channels);
    }
    return this.#stretch && this.#stretch.end > time + half ? this.#stretch : null;
  }
}

function decoded(sample: AudioSample, channels: number): Stretch {
  const planes = Array.from({ length: channels }, (_, channel) => {
    const plane = new Float32Array(sample.numberOfFrames);
    sample.copyTo(plane, { planeIndex: Math.min(channel, sample.numberOfChannels - 1), format: "f32-planar" });
    return plane;
  });
  const { timestamp: start, duration } = sample;
  sample.close();
  return { start, end: start + duration, planes };
}
