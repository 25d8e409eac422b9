import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fireEvent, fn, userEvent, waitFor, within } from "storybook/test";
import { Replay, type ReplayHandle } from "../src/index.js";
import { arabic } from "../src/react/messages/ar.js";
import { lessonLoaders, replayOf } from "./helpers/replay-of.js";
import { type Lesson, startLesson } from "./lesson/lesson.js";

const meta = {
  title: "Replay timeline",
  component: Replay,
  args: { room: "biology", onReady: fn() },
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof Replay>;
export default meta;

type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story["play"]>;
type Context = Parameters<Play>[0];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The whole lesson, recorded once for all stories. */
const ofLesson = lessonLoaders();
/** A lesson of which a little happened on each of several days, over two years. */
const ofYears = lessonLoaders(lessonOfYears);

async function lessonOfYears(): Promise<Lesson> {
  const lesson = await startLesson("years");
  for (const quiet of [2 * HOUR, 3 * DAY, 11 * DAY, 40 * DAY, 400 * DAY, 3 * HOUR]) {
    await lesson.advance(6000);
    lesson.clock.advance(quiet);
    await lesson.advance(100);
  }
  await lesson.advance(6000);
  lesson.close();
  await lesson.advance(100);
  lesson.clock.advance(60_000);
  await lesson.advance(100);
  return lesson;
}

/** Waits for the first picture, and gives the player and the seek bar. */
async function opened({ canvas, args }: Context, name = "Position") {
  const slider = await canvas.findByRole("slider", { name });
  await waitFor(() => expect(args.onReady).toHaveBeenCalled());
  const { player } = handleOf(args);
  await waitFor(() => expect(player.frame.get().board).not.toBeNull());
  await waitFor(() => expect(slider.querySelector(".inktape-activity")).not.toBeNull());
  return { player, slider };
}

async function openMenu({ canvas }: Context, name = "Timeline") {
  const button = await canvas.findByRole("button", { name });
  button.focus();
  await userEvent.keyboard("{Enter}");
  return canvas.findByRole("menu");
}

/** How busy it was, two chapters, and the name of the one that is shown. */
export const OfALesson: Story = {
  loaders: ofLesson,
  render: replayOf(),
  play: async (context) => {
    const { player } = await opened(context);
    await player.seek(60_000);
    await waitFor(() => expect(context.canvasElement.querySelector(".inktape-chapter")).toHaveTextContent(/\w/));
  },
};

export const Dark: Story = { ...OfALesson, globals: { theme: "dark" } };

/** Over the bar: when that was, and what the board looked like then. */
export const HoverPicture: Story = {
  loaders: ofLesson,
  render: replayOf(),
  play: async (context) => {
    const { slider } = await opened(context);
    const { left, top, width } = slider.getBoundingClientRect();
    fireEvent.pointerMove(slider, { pointerType: "mouse", clientX: left + width * 0.6, clientY: top + 20 });
    const preview = slider.querySelector<HTMLElement>(".inktape-preview > div");
    await waitFor(() => expect(preview?.querySelectorAll("canvas").length).toBeGreaterThan(1));
    await waitFor(() => expect(preview).not.toHaveAttribute("data-late"));
    await waitFor(() => expect(isPainted(preview)).toBe(true));
  },
};

/** True when something stands on one of the layers. */
function isPainted(element: HTMLElement | null): boolean {
  return [...(element?.querySelectorAll("canvas") ?? [])].some((layer) => {
    if (layer.width === 0 || layer.height === 0) return false;
    const { data } = layer.getContext("2d")?.getImageData(0, 0, layer.width, layer.height) ?? { data: [] };
    return data.some((value, index) => index % 4 === 3 && value > 128);
  });
}

/** Everything that a timeline offers. */
export const MenuOpen: Story = {
  loaders: ofLesson,
  render: replayOf(),
  play: async (context) => {
    await opened(context);
    const menu = await openMenu(context);
    await expect(within(menu).getAllByRole("menuitem").length).toBeGreaterThan(6);
    await expect(within(menu).getByRole("menuitem", { name: /Whole timeline/ })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  },
};

/** Closer: an overview shows where; keys move what is shown, and the whole comes back. */
export const Zoomed: Story = {
  loaders: ofLesson,
  render: replayOf(),
  play: async (context) => {
    const { canvas } = context;
    const { player, slider } = await opened(context);
    await player.seek(50_000);
    slider.focus();
    await userEvent.keyboard("++");
    const part = await canvas.findByRole("slider", { name: "Part of the timeline that is shown" });
    const before = part.getAttribute("aria-valuetext");
    part.focus();
    await userEvent.keyboard("{Home}");
    await expect(part.getAttribute("aria-valuetext")).toMatch(/^0:00 to 0:\d\d$/);
    await expect(part.getAttribute("aria-valuetext")).not.toBe(before);
    await expect(slider).toHaveAttribute("data-away");
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    await expect(player.frame.get().position).toBe(50_000);
    const wheel = { clientX: slider.getBoundingClientRect().left + 10, deltaY: -40, ctrlKey: true };
    const closer = part.getAttribute("aria-valuetext");
    fireEvent.wheel(slider, wheel);
    await waitFor(() => expect(part.getAttribute("aria-valuetext")).not.toBe(closer));
  },
};

export const ZoomedDark: Story = { ...Zoomed, globals: { theme: "dark" } };

/** The way back from there. */
export const WholeAgain: Story = {
  ...Zoomed,
  play: async (context) => {
    const { canvas } = context;
    await Zoomed.play?.(context);
    await userEvent.click(canvas.getByRole("button", { name: "Whole timeline" }));
    await waitFor(() => expect(canvas.queryByRole("slider", { name: /Part of the timeline/ })).toBeNull());
  },
};

/** A row for each participant; a press on one goes there. */
export const WhoDidWhat: Story = {
  loaders: ofLesson,
  render: replayOf(),
  play: async (context) => {
    const { player } = await opened(context);
    const menu = await openMenu(context);
    await userEvent.click(within(menu).getByRole("menuitemcheckbox", { name: "Who did what" }));
    const lanes = await context.canvas.findByRole("group", { name: "Who did what" });
    await expect(within(lanes).getAllByRole("listitem")).toHaveLength(3);
    await expect(within(lanes).getByText(/Ada Moreau, there from 14:00:00 to/)).toBeInTheDocument();
    await waitFor(() => {
      const paths = [...lanes.querySelectorAll("li path:last-child")].map((path) => path.getAttribute("d") ?? "");
      expect(paths.every((path) => path.length > 20)).toBe(true);
    });
    const [first] = within(lanes).getAllByRole("listitem");
    const { left, top, width } = first?.getBoundingClientRect() ?? new DOMRect();
    fireEvent.pointerDown(first as Element, { button: 0, clientX: left + width / 2, clientY: top + 5 });
    await waitFor(() => expect(player.frame.get().position / player.state.get().duration).toBeCloseTo(0.5, 1));
  },
};

export const WhoDidWhatDark: Story = { ...WhoDidWhat, globals: { theme: "dark" } };

/** A stretch that was marked by keys, and moved by its handles. */
export const Clip: Story = {
  loaders: ofLesson,
  render: replayOf(),
  play: async (context) => {
    const { canvas } = context;
    const { player, slider } = await opened(context);
    await player.seek(20_000);
    slider.focus();
    await userEvent.keyboard("i");
    await player.seek(50_000);
    await userEvent.keyboard("o");
    const bar = await canvas.findByRole("group", { name: "Clip" });
    await expect(within(bar).getByRole("status")).toHaveTextContent("0:20 to 0:50, 0:30 long");
    const end = await canvas.findByRole("slider", { name: "End of the clip" });
    await expect(end).toHaveAttribute("aria-valuetext", "0:50");
    end.focus();
    await userEvent.keyboard("{ArrowRight}{Shift>}{ArrowLeft}{/Shift}");
    await expect(end).toHaveAttribute("aria-valuetext", "0:41");
    await expect(player.frame.get().position).toBe(41_000);
    await userEvent.keyboard("{Home}");
    await expect(end).toHaveAttribute("aria-valuetext", "0:20");
    await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}");
    await expect(within(bar).getByRole("status")).toHaveTextContent("0:20 to 0:30, 0:10 long");
    const repeat = within(bar).getByRole("button", { name: "Repeat the clip" });
    await userEvent.click(repeat);
    await waitFor(() => expect(repeat).toHaveAttribute("aria-pressed", "true"));
    await expect(player.state.get().loop).toEqual({ from: 20_000, to: 30_100 });
  },
};

export const ClipDark: Story = { ...Clip, globals: { theme: "dark" } };

/** It is let go of. */
export const ClipRemoved: Story = {
  ...Clip,
  play: async (context) => {
    const { canvas } = context;
    await Clip.play?.(context);
    await userEvent.click(canvas.getByRole("button", { name: "Remove the clip" }));
    await waitFor(() => expect(canvas.queryByRole("slider", { name: "Start of the clip" })).toBeNull());
  },
};

/** A room that lives for years: its pauses say how long they were. */
export const OfYears: Story = {
  loaders: ofYears,
  render: replayOf(),
  play: async (context) => {
    await opened(context);
    await expect(await context.canvas.findByText("3 days")).toBeVisible();
    await expect(await context.canvas.findByText("1 yr")).toBeVisible();
  },
};

/** Its calendar: days with activity are marked; keys go by days, months and years; choosing one goes there. */
export const CalendarOpen: Story = {
  args: { timeZone: "UTC" },
  loaders: ofYears,
  render: replayOf(),
  play: async (context) => {
    const { canvas } = context;
    const { player } = await opened(context);
    await userEvent.click(within(await openMenu(context)).getByRole("menuitem", { name: "Calendar" }));
    const calendar = await canvas.findByRole("dialog", { name: "Calendar" });
    const grid = await within(calendar).findByRole("grid", { name: "March 2026" });
    const third = within(grid).getByRole("button", { name: /^Tuesday,? 3 March 2026, active for/ });
    await expect(within(calendar).getAllByRole("listitem")).toHaveLength(2);
    third.focus();
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
    const sixth = within(grid).getByRole("button", { name: /6 March 2026, active for/ });
    await expect(sixth).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(new Date(player.frame.get().wall).getUTCDate()).toBe(6));
    await userEvent.keyboard("{PageDown}");
    await expect(within(calendar).getByRole("grid", { name: "April 2026" })).toBeVisible();
    await userEvent.keyboard("{PageUp}{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    await expect(within(calendar).getByRole("grid", { name: "March 2026" })).toBeVisible();
  },
};

export const CalendarDark: Story = { ...CalendarOpen, globals: { theme: "dark" } };

/** A part of a day is gone to, and the calendar closes. */
export const CalendarChosen: Story = {
  ...CalendarOpen,
  play: async (context) => {
    const { canvas, args } = context;
    await CalendarOpen.play?.(context);
    const calendar = canvas.getByRole("dialog", { name: "Calendar" });
    await userEvent.click(within(calendar).getByRole("button", { name: /^16:00 to 16:00/ }));
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    const { player } = handleOf(args);
    await waitFor(() => expect(new Date(player.frame.get().wall).getUTCHours()).toBe(16));
  },
};

const phone = { width: 360, height: 640 };

/** On a phone: all of it at once, and nothing sticks out. */
export const Narrow: Story = {
  loaders: ofLesson,
  render: replayOf(phone),
  play: async (context) => {
    await Clip.play?.(context);
    await userEvent.keyboard("+");
    await context.canvas.findByRole("slider", { name: /Part of the timeline/ });
    const menu = await openMenu(context);
    await userEvent.click(within(menu).getByRole("menuitemcheckbox", { name: "Who did what" }));
    await context.canvas.findByRole("group", { name: "Who did what" });
    const row = context.canvasElement.querySelector(".inktape-row");
    await expect(row?.scrollWidth).toBeLessThanOrEqual(360);
    const timeline = context.canvasElement.querySelector(".inktape-timeline");
    await expect(timeline?.scrollWidth).toBeLessThanOrEqual(timeline?.clientWidth ?? 0);
  },
};

export const NarrowCalendar: Story = { ...CalendarOpen, render: replayOf(phone) };

/** From the right: the bar begins there, and so do chapters, rows and days. */
export const RightToLeft: Story = {
  loaders: ofLesson,
  render: replayOf({}, arabic),
  play: async (context) => {
    const { player, slider } = await opened(context, arabic.seek);
    const menu = await openMenu(context, arabic.timeline.menu);
    await userEvent.click(within(menu).getByRole("menuitemcheckbox", { name: arabic.timeline.lanes }));
    const { right, top, width } = slider.getBoundingClientRect();
    fireEvent.pointerDown(slider, {
      button: 0,
      isPrimary: true,
      pointerId: 1,
      clientX: right - width / 4,
      clientY: top + 25,
    });
    await waitFor(() => expect(player.frame.get().position / player.state.get().duration).toBeCloseTo(0.25, 2));
    fireEvent.pointerUp(slider, { pointerId: 1 });
  },
};

function handleOf({ onReady }: { readonly onReady?: unknown }): ReplayHandle {
  return (onReady as ReturnType<typeof fn>).mock.lastCall?.[0] as ReplayHandle;
}
