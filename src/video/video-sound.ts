import type { AudioCodec, Input } from "mediabunny";
import { millisOf } from "../player/track.js";
import { InktapeError } from "../signal/errors.js";
import type { Millis } from "../signal/ids.js";
import { SOUND_CODECS } from "./formats.js";
import { SoundTrack } from "./sound-track.js";
import type { VideoFormat, VideoSound } from "./video-options.js";

/** A sound that is ready to be put into a video. */
export interface OpenSound {
  readonly codec: AudioCodec;
  readonly sampleRate: number;
  readonly channels: number;
  readonly track: SoundTrack;
  close(): Promise<void>;
}

const MOST_CHANNELS = 2;

/**
 * Opens a sound. Rejects with `bad-bytes` for what has no sound that this browser can read, with `bad-argument` where it
 * cannot write any, and with what the network says.
 *
 * @param wallAt the wall time at a play time of the video in milliseconds.
 */
export async function openSound(
  { content, startsAt }: VideoSound,
  format: VideoFormat,
  wallAt: (position: number) => Millis,
): Promise<OpenSound> {
  const { ALL_FORMATS, AudioSampleSink, BlobSource, getFirstEncodableAudioCodec, Input, UrlSource } =
    await import("mediabunny");
  const start = millisOf(startsAt, "startsAt") ?? 0;
  const source =
    typeof content === "string" ? new UrlSource(content, { getRetryDelay: () => null }) : new BlobSource(content);
  const input = new Input({ source, formats: ALL_FORMATS });
  try {
    const audio = await soundIn(input);
    const [sampleRate, found] = [await audio.getSampleRate(), await audio.getNumberOfChannels()];
    const channels = Math.min(found, MOST_CHANNELS);
    const codec = await getFirstEncodableAudioCodec([...SOUND_CODECS[format]], {
      numberOfChannels: channels,
      sampleRate,
    });
    if (!codec) {
      throw new InktapeError(
        "bad-argument",
        "This browser cannot put sound into a video: leave it out, or take a newer browser.",
      );
    }
    const soundAt = (time: number) => (wallAt(time * 1000) - start) / 1000;
    const track = new SoundTrack({ sink: new AudioSampleSink(audio), sampleRate, channels, soundAt });
    const close = async () => {
      await track.close();
      input.dispose();
    };
    return { codec, sampleRate, channels, track, close };
  } catch (error) {
    input.dispose();
    throw error;
  }
}

async function soundIn(input: Input) {
  const reason = "The sound for the video cannot be read: give a file that this browser plays.";
  const audio = await input.getPrimaryAudioTrack().catch((cause: unknown) => {
    throw new InktapeError("bad-bytes", reason, { cause });
  });
  if (audio && (await audio.canDecode())) return audio;
  throw new InktapeError("bad-bytes", reason);
}
