import { expect, test } from "vitest";
import type { AudioSample } from "mediabunny";
import { SoundTrack } from "../../src/video/sound-track.js";

const RATE = 1000;

/** A sound of so many seconds in stretches of 32 samples, each of which says which one it is, from 1 on. */
function counting(seconds: number, asked: number[] = []) {
  return {
    async *samples(from = 0): AsyncGenerator<AudioSample, void, unknown> {
      asked.push(from);
      const count = seconds * RATE;
      for (let at = Math.floor((from * RATE) / 32) * 32; at < count; at += 32) {
        const numberOfFrames = Math.min(32, count - at);
        yield {
          numberOfFrames,
          numberOfChannels: 1,
          timestamp: at / RATE,
          duration: numberOfFrames / RATE,
          copyTo: (plane: Float32Array) => plane.set(plane.map((_, index) => at + index + 1)),
          close: () => undefined,
        } as unknown as AudioSample;
      }
    },
  };
}

const trackOf = (sink: ReturnType<typeof counting>, soundAt: (time: number) => number) =>
  new SoundTrack({ sink, sampleRate: RATE, channels: 1, soundAt });

test("it is read on from call to call, sample by sample, with silence around", async () => {
  const track = trackOf(counting(0.3), (time) => time - 0.1);
  const [first, second] = [await track.readTo(0.25), await track.readTo(0.6)];
  const heard = [...first!, ...second!];
  expect(heard).toEqual(Array.from({ length: 600 }, (_, at) => (at >= 100 && at < 400 ? at - 99 : 0)));
  expect(await track.readTo(0.6)).toBeNull();
});

test("what the video leaves out is left out, near and far", async () => {
  const asked: number[] = [];
  const track = trackOf(counting(30, asked), (time) => (time < 0.1 ? time : time < 0.2 ? time + 1 : time + 20));
  const heard = [...(await track.readTo(0.3))!];
  const run = (from: number) => Array.from({ length: 100 }, (_, at) => from + at + 1);
  expect(heard).toEqual([...run(0), ...run(1100), ...run(20_200)]);
  expect(asked).toEqual([0, 20.2]);
});

test("roundings of the video's time do not click", async () => {
  const track = trackOf(counting(2), (time) => Math.floor(time * 1000) / 1000 + (Math.round(time * 100) % 3) / 1000);
  const heard = [...(await track.readTo(1))!];
  expect(heard.filter((value, at) => at > 0 && value !== heard[at - 1]! + 1)).toEqual([]);
});
