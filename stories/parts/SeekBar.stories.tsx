import type { Meta, StoryObj } from "@storybook/react-vite";
import { useEffect, useState } from "react";
import { expect, fireEvent, waitFor } from "storybook/test";
import { createPlayer, type Player, roomId } from "../../src/index.js";
import { momentFormat } from "../../src/react/replay/format-time.js";
import { SeekBar } from "../../src/react/replay/timeline/seek-bar.js";
import { Ground } from "../helpers/frame.js";
import { type Lesson, startLesson } from "../lesson/lesson.js";

const MINUTE = 60_000;

/** Somebody draws for ten seconds, is gone for a quarter of an hour, and draws again; with a marker in between. */
async function withPause(): Promise<{ lesson: Lesson }> {
  const lesson = await startLesson();
  await lesson.advance(10_000);
  lesson.clock.advance(15 * MINUTE);
  await lesson.advance(10_000);
  lesson.close();
  await lesson.advance(100);
  lesson.clock.advance(MINUTE);
  await lesson.advance(100);
  return { lesson };
}

interface Args {
  /** The longest pause that is played out, in milliseconds; null plays every pause in full. */
  readonly idleLimit: number | null;
}

const meta = {
  title: "Parts/SeekBar",
  args: { idleLimit: null },
  loaders: [withPause],
  render: ({ idleLimit }, { loaded, globals }) => (
    <Ground theme={globals.theme}>
      <OfLesson lesson={(loaded as { lesson: Lesson }).lesson} idleLimit={idleLimit} />
    </Ground>
  ),
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

/** Every pause in full: how busy it was at both ends, and between them how long nothing happened. */
export const WithPauses: Story = {
  play: async ({ canvas, canvasElement }) => {
    const slider = await canvas.findByRole("slider", { name: "Position" });
    await waitFor(() => expect(slider.getAttribute("aria-valuetext")).toMatch(/^0:00 of 15:\d\d, 3 March 14:00$/));
    await expect(await canvas.findByText("15 mins")).toBeVisible();
    const columns = canvasElement.querySelector(".inktape-activity")?.getAttribute("d") ?? "";
    await expect(columns).toMatch(/^M0 22v-\d/);
  },
};

/** The pause is jumped: what is left of it is the limit. */
export const PausesSkipped: Story = {
  args: { idleLimit: 5000 },
  play: async ({ canvas }) => {
    const slider = await canvas.findByRole("slider", { name: "Position" });
    await waitFor(() => expect(slider.getAttribute("aria-valuetext")).toMatch(/^0:00 of 0:\d\d,/));
    await expect(await canvas.findByText("15 mins")).toBeVisible();
  },
};

/** What the pointer is over: the time, how long nothing happened. */
export const Hovered: Story = {
  play: async ({ canvas, canvasElement }) => {
    const slider = await canvas.findByRole("slider", { name: "Position" });
    await waitFor(() => expect(slider.querySelector(".inktape-activity")).not.toBeNull());
    const { left, top, width } = slider.getBoundingClientRect();
    fireEvent.pointerMove(slider, { pointerType: "mouse", clientX: left + width / 2, clientY: top + 20 });
    const tip = canvasElement.querySelector(".inktape-hover");
    await expect(tip).toBeVisible();
    await expect(tip?.textContent).toMatch(/^7:\d\d · 14:07:\d\dNothing for 15 minutes$/);
    fireEvent.pointerOut(slider, { relatedTarget: document.body });
    await waitFor(() => expect(tip).not.toBeVisible());
  },
};

export const Dark: Story = { ...WithPauses, globals: { theme: "dark" } };

function OfLesson({ lesson, idleLimit }: { readonly lesson: Lesson; readonly idleLimit: number | null }) {
  const [player, setPlayer] = useState<Player | null>(null);
  useEffect(() => {
    const made = createPlayer({ source: lesson.transport.tape(roomId(lesson.room)), clock: lesson.clock });
    made.setIdleLimit(idleLimit);
    const show = () => setPlayer(made);
    const end = made.frame.subscribe(show);
    return () => {
      end();
      made.close();
    };
  }, [lesson, idleLimit]);
  return player && <SeekBar player={player} format={momentFormat()} />;
}
