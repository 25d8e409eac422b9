import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import { Replay, type ReplayHandle } from "../src/index.js";
import { Provider, Screen } from "./helpers/frame.js";
import { lessonLoaders, type LoadedLesson, replayOf } from "./helpers/replay-of.js";
import { failing, silent } from "./helpers/transports.js";
import { LESSON_START, startLesson } from "./lesson/lesson.js";

const meta = {
  title: "Replay",
  component: Replay,
  args: { room: "biology", onReady: fn() },
} satisfies Meta<typeof Replay>;
export default meta;

type Story = StoryObj<typeof meta>;
type Render = NonNullable<Story["render"]>;

const MINUTE = 60_000;

/** The whole lesson, recorded once for all stories. */
const loaders = lessonLoaders();

/** The first picture is there before anybody presses play. */
export const OfALesson: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const play = await canvas.findByRole("button", { name: "Play" });
    await waitFor(() => expect(play).not.toHaveAttribute("aria-disabled"));
    const slider = canvas.getByRole("slider", { name: "Position" });
    await expect(slider).toHaveAttribute("aria-valuenow", "0");
    await expect(slider.getAttribute("aria-valuetext")).toMatch(/^0:00 of 1:\d\d, 3 March 14:00$/);

    slider.focus();
    await userEvent.keyboard("{ArrowRight}");
    await waitFor(() => expect(slider).toHaveAttribute("aria-valuenow", "5"));
    await userEvent.keyboard("{End}");
    await expect(await canvas.findByRole("button", { name: "Page 2, page 2 of 2" })).toBeVisible();
    await waitFor(() => expect(canvas.getByRole("button", { name: "Play again" })).toBeVisible());

    const { player } = handleOf(args);
    await player.seek(60_000);
    await userEvent.selectOptions(canvas.getByRole("combobox", { name: "Speed" }), "4");
    await expect(player.state.get().rate).toBe(4);
  },
};

export const Dark: Story = { ...OfALesson, globals: { theme: "dark" } };

/** On a phone. */
export const Narrow: Story = {
  loaders,
  render: replayOf({ width: 360, height: 640 }),
  play: async ({ canvas, canvasElement, args }) => {
    await canvas.findByRole("slider", { name: "Position" });
    await waitFor(() => expect(args.onReady).toHaveBeenCalled());
    await handleOf(args).player.seek(70_000);
    const controls = canvasElement.querySelector(".inktape-row");
    await expect(controls?.scrollWidth).toBeLessThanOrEqual(360);
  },
};

/** Standing still it goes from change to change, by its buttons and by keys; and it is played again and again. */
export const StepAndLoop: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const forward = await canvas.findByRole("button", { name: "One change forward" });
    await waitFor(() => expect(args.onReady).toHaveBeenCalled());
    const { player } = handleOf(args);
    await waitFor(() => expect(player.frame.get().board).not.toBeNull());
    await userEvent.click(forward);
    await waitFor(() => expect(player.state.get().isSeeking).toBe(false));
    const first = player.frame.get().position;
    await expect(first).toBeGreaterThan(0);
    await userEvent.keyboard(".");
    await waitFor(() => expect(player.frame.get().position).toBeGreaterThan(first));
    await userEvent.click(canvas.getByRole("button", { name: "One change back" }));
    await waitFor(() => expect(player.frame.get().position).toBe(first));

    const loop = canvas.getByRole("button", { name: "Play again and again" });
    await userEvent.click(loop);
    await expect(loop).toHaveAttribute("aria-pressed", "true");
    await player.seek(player.state.get().duration - 50);
    player.play();
    await waitFor(() => expect(player.frame.get().position).toBeLessThan(first + 10_000));
    await expect(canvas.queryByRole("button", { name: "One change forward" })).toBeNull();
    player.pause();
  },
};

/** All keys, by the key “?”. */
export const Keys: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas }) => {
    (await canvas.findByRole("slider", { name: "Position" })).focus();
    await userEvent.keyboard("?");
    await expect(await canvas.findByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expect(canvas.getByText("One change back or forward")).toBeVisible();
  },
};

export const KeysDark: Story = { ...Keys, globals: { theme: "dark" } };

export const KeysNarrow: Story = { ...Keys, render: replayOf({ width: 360, height: 640 }) };

/** The app leaves controls out, and puts a word of its own in the place of one. */
export const OwnControls: Story = {
  args: {
    components: { SkipButtons: null, StepButtons: null, LoopButton: null, WallTime: () => <em>A lesson on cells</em> },
  },
  loaders,
  render: replayOf(),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("A lesson on cells")).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Play again and again" })).toBeNull();
    await expect(canvas.getByRole("button", { name: "Play" })).toBeVisible();
  },
};

/** A stretch of it, asked for too generously: it is cut to what there is, and says so. */
export const Clamped: Story = {
  args: { from: LESSON_START - 60 * MINUTE, to: LESSON_START + MINUTE },
  loaders,
  render: replayOf(),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Less was recorded than was asked for/)).toBeVisible();
  },
};

/** Nothing happened in the range. */
export const EmptyRange: Story = {
  args: { from: LESSON_START - 60 * MINUTE, to: LESSON_START - 30 * MINUTE },
  loaders,
  render: replayOf(),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Nothing was recorded between .* and .*\./)).toBeVisible();
    await expect(canvas.queryByRole("slider")).toBeNull();
  },
};

/** The lesson is still going on: the replay can jump to it, and follows. */
export const Live: Story = {
  args: { autoPlay: true },
  loaders: [
    async (): Promise<LoadedLesson> => {
      const lesson = await startLesson();
      await lesson.advance(30_000);
      return { lesson };
    },
  ],
  render: replayOf(),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: /Jump to live/ }));
    await expect(await canvas.findByRole("button", { name: "Live" })).toBeVisible();
  },
};

/** It cannot be shown; the person can try again. */
export const Failed: Story = {
  args: { transport: failing("not-found", "There is no recording of the room “biology”. Check the link.") },
  render: (args, { globals }) => (
    <Provider theme={globals.theme}>
      <Screen>
        <Replay {...args} />
      </Screen>
    </Provider>
  ),
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByText(/There is no recording/)).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(args.onReady).toHaveBeenCalledTimes(2));
    await expect(await canvas.findByText(/There is no recording/)).toBeVisible();
  },
};

/** The index is on its way. */
export const Loading: Story = {
  args: { transport: silent() },
  render: Failed.render as Render,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText("Opening the recording…")).toBeVisible());
  },
};

/** The app's own picture stands there until the first one is. */
export const Poster: Story = {
  args: { transport: silent(), poster: <h2>Cells: the first lesson</h2> },
  render: Failed.render as Render,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: "Cells: the first lesson" })).toBeVisible();
  },
};

function handleOf({ onReady }: { readonly onReady?: unknown }): ReplayHandle {
  return (onReady as ReturnType<typeof fn>).mock.lastCall?.[0] as ReplayHandle;
}
