import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, screen, spyOn, userEvent, waitFor, within } from "storybook/test";
import { readLink, Replay, type ReplayHandle } from "../src/index.js";
import { arabic } from "../src/react/messages/ar.js";
import { clipOf } from "../src/react/replay/timeline/clip.js";
import { readVideo } from "../test/video/read-video.js";
import { lessonLoaders, replayOf } from "./helpers/replay-of.js";
import { LESSON_START } from "./lesson/lesson.js";

const meta = {
  title: "Replay/Save and share",
  component: Replay,
  args: { room: "biology", onReady: fn() },
} satisfies Meta<typeof Replay>;
export default meta;

type Story = StoryObj<typeof meta>;
type Args = Parameters<NonNullable<Story["play"]>>[0]["args"];

const loaders = lessonLoaders();

async function playerOf({ onReady }: Args) {
  await waitFor(() => expect(onReady).toHaveBeenCalled());
  const [{ player }] = (onReady as ReturnType<typeof fn>).mock.lastCall as [ReplayHandle];
  await waitFor(() => expect(player.frame.get().board).not.toBeNull());
  return player;
}

/** What the browser is asked to save from now on, instead of it being saved. */
function savedFiles() {
  const files: { readonly name: string; readonly href: string }[] = [];
  spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, href: this.href });
  });
  // The question where to save is the browser's own window: nobody here can answer it.
  Object.defineProperty(window, "showSaveFilePicker", { value: undefined, configurable: true });
  return { files, content: async () => (await fetch(files.at(-1)?.href ?? "")).blob() };
}

/** What is copied from now on, instead of it being copied. */
function copied() {
  const items: ClipboardItem[] = [];
  spyOn(navigator.clipboard, "write").mockImplementation(async (given) => void items.push(...given));
  return { last: async (type: string) => (await items.at(-1)?.getType(type)) ?? new Blob() };
}

const openMenu = async (canvas: ReturnType<typeof within>) => {
  await userEvent.click(await canvas.findByRole("button", { name: "Save and share" }));
  return screen.findByRole("menu");
};

/** Everything that can be had of a replay, with the keys that do the same. */
export const TheMenu: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const player = await playerOf(args);
    const names = (menu: HTMLElement) =>
      within(menu)
        .getAllByRole("menuitem")
        .map(({ textContent }) => textContent);
    const without = names(await openMenu(canvas));
    await expect(without).toContain("Save pictureS");
    await expect(without).not.toContain("Save clip of the recording");
    await userEvent.keyboard("{Escape}");
    clipOf(player).set({ from: 10_000, to: 20_000 });
    const withClip = names(await openMenu(canvas));
    await expect(withClip).toContain("Save clip of the recording");
    await expect(withClip).toContain("Copy link to the clip");
  },
};
export const TheMenuInTheDark: Story = { ...TheMenu, globals: { theme: "dark" } };

/** Pictures of the moment, saved and copied, by keys and by the menu. */
export const Pictures: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const player = await playerOf(args);
    await player.seek(30_000);
    const [saved, clipboard] = [savedFiles(), copied()];
    canvas.getByRole("slider", { name: "Position" }).focus();
    await userEvent.keyboard("s");
    await expect(await screen.findByText(/^Saved as biology-2026-03-03T14-00-\d\d\.png\.$/)).toBeVisible();
    const picture = await createImageBitmap(await saved.content());
    await expect(picture.width).toBeGreaterThan(400);
    await userEvent.keyboard("{Shift>}C{/Shift}");
    await expect(await screen.findByText("Copied.")).toBeVisible();
    await expect((await createImageBitmap(await clipboard.last("image/png"))).width).toBe(picture.width);
    await userEvent.click(within(await openMenu(canvas)).getByRole("menuitem", { name: "Copy picture as SVG" }));
    await waitFor(async () => expect(await (await clipboard.last("text/plain")).text()).toContain("<svg"));
    await userEvent.click(within(await openMenu(canvas)).getByRole("menuitem", { name: "Save picture as SVG" }));
    await waitFor(() => expect(saved.files.at(-1)?.name).toMatch(/\.svg$/));
  },
};

/** A link opens at the moment that was shown, or plays the clip. */
export const Links: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const player = await playerOf(args);
    await player.seek(30_000);
    const clipboard = copied();
    canvas.getByRole("slider", { name: "Position" }).focus();
    await userEvent.keyboard("u");
    await expect(await screen.findByText("Link copied.")).toBeVisible();
    const link = async () => readLink(await (await clipboard.last("text/plain")).text());
    await expect(await link()).toEqual({ wall: player.frame.get().wall });
    clipOf(player).set({ from: 10_000, to: 20_000 });
    await userEvent.click(within(await openMenu(canvas)).getByRole("menuitem", { name: "Copy link to the clip" }));
    const clip = { from: player.wallAt(10_000), to: player.wallAt(20_000) };
    await waitFor(async () => expect(await link()).toEqual(clip));
    await expect(clip.from).toBeGreaterThan(LESSON_START);
  },
};

/** The browser does not let the page copy: a sentence says so. */
export const CopyRefused: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    await playerOf(args);
    spyOn(navigator.clipboard, "write").mockRejectedValue(new DOMException("No.", "NotAllowedError"));
    canvas.getByRole("slider", { name: "Position" }).focus();
    await userEvent.keyboard("u");
    await expect(await screen.findByText(/does not let this page copy/)).toBeVisible();
  },
};

/** A clip becomes a video; what it is to be is chosen in the dialog. */
export const Video: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    const player = await playerOf(args);
    clipOf(player).set({ from: 10_000, to: 12_000 });
    const saved = savedFiles();
    canvas.getByRole("slider", { name: "Position" }).focus();
    await userEvent.keyboard("{Shift>}S{/Shift}");
    const dialog = within(await screen.findByRole("dialog", { name: "Make a video" }));
    await expect(dialog.getByRole("button", { name: "Clip" })).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(dialog.getByRole("button", { name: "Own size" }));
    for (const [name, value] of Object.entries({ "Width in pixels": "321", "Height in pixels": "180" })) {
      const field = dialog.getByRole("spinbutton", { name });
      await userEvent.clear(field);
      await userEvent.type(field, value);
    }
    await userEvent.click(dialog.getByRole("button", { name: "15" }));
    const make = dialog.getByRole("button", { name: "Make video" });
    await waitFor(() => expect(make).not.toHaveAttribute("aria-disabled"));
    await userEvent.click(make);
    await expect(await screen.findByText(/^Saved as biology\.(mp4|webm)\.$/)).toBeVisible();
    const video = await readVideo(await saved.content());
    await expect([video.width, video.height, video.frames.length]).toEqual([322, 180, 31]);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  },
};

/** While a video is made, it can be stopped. */
export const VideoIsMade: Story = {
  loaders,
  render: replayOf(),
  globals: { theme: "dark" },
  play: async ({ canvas, args }) => {
    await playerOf(args);
    const saved = savedFiles();
    await userEvent.click(within(await openMenu(canvas)).getByRole("menuitem", { name: /^Make a video/ }));
    const dialog = within(await screen.findByRole("dialog"));
    const make = dialog.getByRole("button", { name: "Make video" });
    await waitFor(() => expect(make).not.toHaveAttribute("aria-disabled"));
    await userEvent.click(make);
    await waitFor(() => expect(dialog.getByRole("progressbar", { name: /Making the video: \d+/ })).toBeVisible());
    await userEvent.click(dialog.getByRole("button", { name: "Cancel" }));
    await expect(await dialog.findByRole("button", { name: "Make video" })).toBeVisible();
    await expect(saved.files).toEqual([]);
  },
};

/** The recording as a file. */
export const File: Story = {
  loaders,
  render: replayOf(),
  play: async ({ canvas, args }) => {
    await playerOf(args);
    const saved = savedFiles();
    await userEvent.click(within(await openMenu(canvas)).getByRole("menuitem", { name: "Save recording" }));
    await expect(await screen.findByText("Saved as biology.inktape.")).toBeVisible();
    await expect((await saved.content()).size).toBeGreaterThan(10_000);
  },
};

/** On a phone, in a language that runs from the right. */
export const VideoOnAPhone: Story = {
  loaders,
  render: replayOf({ width: 360, height: 640 }, arabic),
  play: async ({ canvas, args }) => {
    await playerOf(args);
    await userEvent.click(await canvas.findByRole("button", { name: arabic.out.menu }));
    await userEvent.click(await screen.findByRole("menuitem", { name: new RegExp(arabic.out.video) }));
    const dialog = await screen.findByRole("dialog");
    await expect(dialog.getBoundingClientRect().width).toBeLessThanOrEqual(360);
    await expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
  },
};
