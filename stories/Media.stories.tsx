import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import { InktapeProvider, Replay, type ReplayHandle } from "../src/index.js";
import { arabic } from "../src/react/messages/ar.js";
import { systemClock } from "../src/clock/system.js";
import { film } from "./helpers/film.js";
import { Provider, Screen } from "./helpers/frame.js";
import { tone } from "./helpers/tone.js";
import { type Lesson, recordedLesson } from "./lesson/lesson.js";

const meta = {
  title: "Media",
  component: Replay,
  args: { room: "biology", onReady: fn() },
} satisfies Meta<typeof Replay>;
export default meta;

type Story = StoryObj<typeof meta>;
type Render = NonNullable<Story["render"]>;

interface Loaded {
  readonly lesson: Lesson;
  readonly address: string;
}

/** Sound knows only real time. */
const CLOCK = systemClock();

let recorded: Promise<Lesson> | null = null;
const withMedia = (make: () => Blob | Promise<Blob>) => [
  async (): Promise<Loaded> => ({
    lesson: await (recorded ??= recordedLesson()),
    address: URL.createObjectURL(await make()),
  }),
];
const loaders = withMedia(() => tone(80));

const ofLesson =
  (size: { width?: number; height?: number } = {}): Render =>
  (args, { loaded, globals }) => {
    const { lesson, address } = loaded as Loaded;
    return (
      <Provider theme={globals.theme} transport={lesson.transport} clock={CLOCK}>
        <Screen {...size}>
          <Replay {...args} media={args.media ?? address} />
        </Screen>
      </Provider>
    );
  };

/** A sound is played along; it is muted and made louder, and waits and jumps with the board. */
export const Sound: Story = {
  loaders,
  render: ofLesson(),
  play: async ({ canvas, canvasElement, args }) => {
    const mute = await canvas.findByRole("button", { name: "Sound off" });
    const media = canvasElement.querySelector("video") as HTMLVideoElement;
    await userEvent.click(mute);
    await expect(mute).toHaveAttribute("aria-pressed", "true");
    await expect(media.muted).toBe(true);
    await userEvent.keyboard("m");
    await expect(media.muted).toBe(false);
    const { player } = handleOf(args);
    await waitFor(() => expect(player.frame.get().board).not.toBeNull());
    await expect(player.state.get().idleLimit).toBeNull();
    await player.seek(40_000);
    await waitFor(() => expect(media.currentTime).toBe(40));
  },
};

export const SoundDark: Story = { ...Sound, globals: { theme: "dark" } };

/** On a phone the volume is the phone's. */
export const SoundNarrow: Story = {
  loaders,
  render: ofLesson({ width: 360, height: 640 }),
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByRole("button", { name: "Sound off" })).toBeVisible();
    await expect(canvas.queryByRole("slider", { name: "Volume" })).toBeNull();
    await expect(canvasElement.querySelector(".inktape-row")?.scrollWidth).toBeLessThanOrEqual(360);
  },
};

/** What has a picture is shown in the corner. */
export const Film: Story = {
  loaders: withMedia(film),
  render: ofLesson(),
  play: async ({ canvas, args }) => {
    const shown = await canvas.findByLabelText("Film of the lesson");
    await waitFor(() => expect(shown).toBeVisible());
    const { player } = handleOf(args);
    await waitFor(() => expect(player.frame.get().board).not.toBeNull());
    await player.seek(30_000);
  },
};

export const FilmDark: Story = { ...Film, globals: { theme: "dark" } };

export const FilmNarrow: Story = { ...Film, render: ofLesson({ width: 360, height: 640 }) };

/** The browser lets nothing be heard before somebody has pressed something. */
export const Blocked: Story = {
  args: { autoPlay: true },
  loaders,
  render: (args, context) => {
    const element = new Audio((context.loaded as Loaded).address);
    let isFirst = true;
    element.play = () => {
      if (!isFirst) return HTMLMediaElement.prototype.play.call(element);
      isFirst = false;
      return Promise.reject(new DOMException("A press is needed first.", "NotAllowedError"));
    };
    return ofLesson()({ ...args, media: element }, context);
  },
  play: async ({ canvas, args }) => {
    const start = await canvas.findByRole("button", { name: "Play with sound" });
    await expect(handleOf(args).player.state.get().isPaused).toBe(true);
    await waitFor(() => expect(start).toBeVisible());
  },
};

export const BlockedDark: Story = { ...Blocked, globals: { theme: "dark" } };

/** The sound cannot be had: it is said, and the board plays without it. */
export const Failed: Story = {
  loaders: withMedia(() => new Blob(["no sound"], { type: "audio/wav" })),
  render: ofLesson(),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("button", { name: "Try again" })).toBeVisible();
    await expect(canvas.getAllByText("The sound could not be loaded. The board plays without it.")[0]).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Sound off" })).toBeNull();
  },
};

export const FailedNarrow: Story = { ...Failed, render: ofLesson({ width: 360, height: 640 }) };

/** In a language that runs from the right. */
export const RightToLeft: Story = {
  loaders: withMedia(film),
  render: (args, { loaded }) => {
    const { lesson, address } = loaded as Loaded;
    return (
      <InktapeProvider theme="light" transport={lesson.transport} clock={CLOCK} messages={arabic}>
        <Screen>
          <Replay {...args} media={address} />
        </Screen>
      </InktapeProvider>
    );
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("button", { name: "كتم الصوت" })).toBeVisible();
    const shown = await canvas.findByLabelText("فيلم الدرس");
    await waitFor(() => expect(shown).toBeVisible());
  },
};

function handleOf({ onReady }: { readonly onReady?: unknown }): ReplayHandle {
  return (onReady as ReturnType<typeof fn>).mock.lastCall?.[0] as ReplayHandle;
}
