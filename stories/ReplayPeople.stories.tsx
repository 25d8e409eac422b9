import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { Replay, type ReplayHandle } from "../src/index.js";
import { arabic } from "../src/react/messages/ar.js";
import { lessonLoaders, replayOf } from "./helpers/replay-of.js";
import { guidedLesson } from "./lesson/guided.js";

const meta = {
  title: "Replay people",
  component: Replay,
  args: { room: "tour", timeZone: "UTC", onReady: fn() },
} satisfies Meta<typeof Replay>;
export default meta;

type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story["play"]>;
type Canvas = Parameters<Play>[0]["canvas"];

const loaders = lessonLoaders(guidedLesson);

async function at(position: number, args: Story["args"]): Promise<ReplayHandle> {
  const onReady = args?.onReady as ReturnType<typeof fn>;
  await waitFor(() => expect(onReady).toHaveBeenCalled());
  const handle = onReady.mock.lastCall?.[0] as ReplayHandle;
  await handle.player.seek(position);
  return handle;
}

async function open(canvas: Canvas, name = "People and view") {
  await userEvent.click(await canvas.findByRole("button", { name }));
  return within(await canvas.findByRole("dialog", { name }));
}

/** Who was there and when, whose view is shown, and who is. */
export const Panel: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    await at(6000, args);
    const panel = await open(canvas);
    await expect(panel.getByText("4 people in this recording")).toBeVisible();
    await expect(panel.getByRole("button", { name: "Everything" })).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(panel.getByRole("button", { name: "Hide Ada Moreau" }));
    await expect(panel.getByRole("button", { name: "Show Ada Moreau" })).toBeVisible();
    await userEvent.selectOptions(panel.getByRole("combobox", { name: "What hidden people drew" }), "Hidden");
    await userEvent.click(panel.getByRole("checkbox", { name: "Tell a screen reader what happens" }));
    await expect(panel.getByRole("checkbox")).toBeChecked();
  },
};

export const PanelDark: Story = { ...Panel, globals: { theme: "dark" } };

export const PanelNarrow: Story = { ...Panel, render: replayOf({ width: 360, height: 640 }) };

/** From right to left. */
export const PanelArabic: Story = {
  loaders,
  render: replayOf({ width: 720, height: 520 }, arabic),
  play: async ({ canvas, args }) => {
    await at(6000, args);
    const panel = await open(canvas, arabic.replayPeople.panel);
    await expect(panel.getByRole("button", { name: arabic.replayPeople.watchAll })).toBeVisible();
  },
};

/** One of all, and everybody again. */
export const SingledOut: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    await at(9000, args);
    const panel = await open(canvas);
    const only = panel.getByRole("button", { name: "Show only Ben Okafor" });
    await userEvent.click(only);
    await expect(only).toHaveAttribute("aria-pressed", "true");
    await expect(panel.getByRole("button", { name: "Show everybody" })).toBeVisible();
  },
};

/** The presenter's view, in a frame of her colour, until the viewer roams; and back. */
export const PresenterView: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const { view } = await at(6000, args);
    const panel = await open(canvas);
    await userEvent.click(panel.getByRole("button", { name: "What the presenter saw" }));
    await userEvent.keyboard("{Escape}");
    await expect(await canvas.findByText("Dana Petit is presenting")).toBeVisible();
    view.zoomAt({ x: 200, y: 200 }, 1.5);
    await waitFor(() => expect(canvas.queryByText("Dana Petit is presenting")).toBeNull());
    await userEvent.click(await canvas.findByRole("button", { name: "Follow again" }));
    await expect(await canvas.findByText("Dana Petit is presenting")).toBeVisible();
  },
};

export const PresenterViewDark: Story = { ...PresenterView, globals: { theme: "dark" } };

export const PresenterViewNarrow: Story = { ...PresenterView, render: replayOf({ width: 360, height: 640 }) };

/** Somebody who has left already: everything is shown, and that is said. */
export const NotThere: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const { player } = await at(6000, args);
    await userEvent.click(await canvas.findByRole("button", { name: "Follow Ada Moreau" }));
    await player.seek(player.state.get().duration);
    await expect(await canvas.findByText("Ada Moreau is not here now")).toBeVisible();
  },
};

/** How long pauses are played. */
export const Pauses: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const { player } = await at(3000, args);
    await userEvent.click(await canvas.findByRole("button", { name: "Pauses" }));
    await userEvent.click(await canvas.findByRole("menuitemradio", { name: "At most 5 seconds" }));
    await expect(player.state.get().idleLimit).toBe(5000);
    await userEvent.click(canvas.getByRole("button", { name: "Pauses" }));
    await userEvent.click(await canvas.findByRole("menuitemradio", { name: "Play pauses in full" }));
    await expect(player.state.get().idleLimit).toBeNull();
    player.setIdleLimit(2000);
  },
};

/** Three hours go by between two moments, and that is said. */
export const Skipped: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, canvasElement, args }) => {
    const { player } = await at(0, args);
    player.play();
    await waitFor(() => expect(canvasElement.querySelector(".inktape-toast [role=status]")).not.toBeNull());
    await player.seek(player.state.get().duration - 3000);
    await expect(await canvas.findByText("Skipped 3 hours", {}, { timeout: 8000 })).toBeVisible();
    player.pause();
  },
};

/** What has passed, or what is left. */
export const TimeLeft: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    await at(5000, args);
    await userEvent.click(await canvas.findByTitle("Show the time that is left"));
    await expect(await canvas.findByTitle("Show the time that has passed")).toHaveTextContent(/^−0:/);
  },
};
