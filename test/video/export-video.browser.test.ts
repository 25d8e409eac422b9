import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/system.js";
import { exportVideo, writeVideo } from "../../src/video/export-video.js";
import { openFilm } from "../../src/video/film.js";
import { videoFormats } from "../../src/video/formats.js";
import type { VideoOptions, VideoProgress } from "../../src/video/video-options.js";
import { lessonLog } from "../tape/lesson.js";
import { tapeOf } from "../tape/tape-of.js";
import { readVideo, toneFile } from "./read-video.js";

const LOOK = { width: 320, height: 180, frameRate: 10 };
const log = lessonLog({ strokes: 5, members: 2 });
const [FROM, TO] = [log[0]!.at, log.at(-1)!.at];
const SECONDS = (TO - FROM) / 1000;

const options = (over: Partial<VideoOptions> = {}): VideoOptions => ({
  source: tapeOf(log, { blocks: [12, 30], keyframes: [30] }),
  ...LOOK,
  ...over,
});

/** How far two pictures are from each other, 0 to 255, on average and at the worst hundredth of the places. */
function difference(a: ImageData, b: ImageData): { readonly mean: number; readonly worst: number } {
  const off = Array.from({ length: a.data.length / 4 }, (_, at) =>
    Math.max(...[0, 1, 2].map((part) => Math.abs(a.data[4 * at + part]! - b.data[4 * at + part]!))),
  ).toSorted((x, y) => x - y);
  return { mean: off.reduce((sum, each) => sum + each, 0) / off.length, worst: off[Math.floor(off.length * 0.99)]! };
}

test("a video has a frame for every moment, each with the picture of that moment", async () => {
  const progress: VideoProgress[] = [];
  const file = await exportVideo(options({ onProgress: (step) => progress.push(step) }));
  const video = await readVideo(file);
  const frames = Math.ceil(SECONDS * LOOK.frameRate) + 1;
  expect([video.width, video.height, video.frames.length]).toEqual([320, 180, frames]);
  expect(video.duration).toBeCloseTo(frames / LOOK.frameRate, 2);
  expect(progress).toEqual(Array.from({ length: frames }, (_, at) => ({ done: at + 1, frames })));
  const [format] = await videoFormats(LOOK);
  expect(file.type).toContain(`video/${format}`);

  const film = await openFilm(options(), LOOK, systemClock());
  const context = film.canvas.getContext("2d")!;
  const pictures: ImageData[] = [];
  for (let frame = 0; frame < frames; frame++) {
    await film.paint(frame);
    pictures.push(context.getImageData(0, 0, 320, 180));
    expect(video.frames[frame]!.at).toBeCloseTo(frame / LOOK.frameRate, 2);
    const { mean, worst } = difference(video.frames[frame]!.image, pictures[frame]!);
    expect(mean).toBeLessThan(0.5);
    expect(worst).toBeLessThan(10);
  }
  film.close();
  // By the same measure, the wrong picture would be told.
  expect(difference(pictures[0]!, pictures.at(-1)!).mean).toBeGreaterThan(0.8);
});

test("a stretch in wall time and the pauses in full make its length", async () => {
  const pausing = lessonLog({ strokes: 3, members: 2, breakEvery: 1 });
  const source = tapeOf(pausing, { blocks: [], keyframes: [] });
  const from = pausing[0]!.at + 300;
  const to = pausing[0]!.at + 4300;
  const count = async (over: Partial<VideoOptions>) =>
    (await readVideo(await exportVideo({ source, from, to, ...LOOK, frameRate: 5, ...over }))).frames.length;
  expect(await count({ idleLimit: null })).toBe(21);
  expect(await count({})).toBeLessThan(21);
});

test("sound begins at its moment, and is silent before and after", async () => {
  const sound = { content: toneFile(0.8), startsAt: FROM + 500 };
  const { sound: heard, duration } = await readVideo(await exportVideo(options({ sound, idleLimit: null })));
  if (!heard) throw new Error("There is no sound in the video.");
  const loudness = (from: number, to: number) => {
    const part = heard.samples.slice(from * heard.sampleRate, to * heard.sampleRate);
    return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
  };
  expect(loudness(0, 0.45)).toBeLessThan(0.01);
  expect(loudness(0.55, 1.25)).toBeCloseTo(0.345, 1);
  expect(loudness(1.4, duration)).toBeLessThan(0.01);
});

test("a video is written to a file piece by piece; one that is stopped leaves none", async () => {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle("lesson.video", { create: true });
  await writeVideo(options(), await handle.createWritable());
  expect((await readVideo(await handle.getFile())).frames).toHaveLength(Math.ceil(SECONDS * LOOK.frameRate) + 1);

  const stopped = await folder.getFileHandle("stopped.video", { create: true });
  const stop = new AbortController();
  const making = writeVideo(
    options({ signal: stop.signal, onProgress: ({ done }) => done === 3 && stop.abort(new Error("Enough.")) }),
    await stopped.createWritable(),
  );
  await expect(making).rejects.toThrow("Enough.");
  expect((await stopped.getFile()).size).toBe(0);
});

test("what cannot be made is said", async () => {
  await expect(exportVideo(options({ width: 9000 }))).rejects.toMatchObject({ code: "bad-argument" });
  await expect(exportVideo(options({ from: TO + 1000, to: TO + 2000 }))).rejects.toMatchObject({ code: "not-found" });
  const text = new Blob(["no sound"], { type: "text/plain" });
  const sound = { content: text, startsAt: FROM };
  await expect(exportVideo(options({ sound }))).rejects.toMatchObject({ code: "bad-bytes" });
  await expect(exportVideo(options({ signal: AbortSignal.abort(new Error("No more.")) }))).rejects.toThrow("No more.");
});
