import type { Meta, StoryObj } from "@storybook/react-vite";
import { useEffect, useRef } from "react";
import { expect, waitFor } from "storybook/test";
import { createView } from "../src/canvas/create-view.js";
import { loadFont } from "../src/canvas/measure-text.js";
import { systemClock } from "../src/clock/system.js";
import type { Theme } from "../src/picture/palette.js";
import type { Paper } from "../src/signal/signal.js";
import { gallery } from "./helpers/gallery.js";

interface GalleryProps {
  readonly theme: Theme;
  readonly paper: Paper | null;
  readonly zoom: number;
}

/** A view of everything that can be on a board. */
function Gallery({ theme, paper, zoom }: GalleryProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const board = gallery(paper);
    if (!host.current) return undefined;
    const view = createView(host.current, {
      clock: systemClock(),
      picture: () => ({ board, time: 1, self: null }),
      theme,
    });
    view.setCamera({ x: 0, y: 0, zoom });
    return () => view.destroy();
  }, [theme, paper, zoom]);
  return <div ref={host} role="img" aria-label="All shapes" style={{ inlineSize: "100vw", blockSize: "100vh" }} />;
}

const meta = {
  title: "Shapes",
  args: { paper: null, zoom: 0.62 },
  loaders: [
    async () => {
      await Promise.all(["hand", "sans"].map((font) => loadFont(font, "aŁ")));
      return {};
    },
  ],
  render: (args, { globals }) => <Gallery {...args} theme={globals["theme"] === "dark" ? "dark" : "light"} />,
} satisfies Meta<Omit<GalleryProps, "theme">>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Colours in the picture: a few more when everything is drawn. */
function colorsOf(picture: HTMLElement): number {
  const colors = new Set<number>();
  for (const tile of picture.querySelectorAll<HTMLCanvasElement>("[data-layer=shapes] canvas")) {
    const copy = new OffscreenCanvas(tile.width, tile.height).getContext("2d");
    copy?.drawImage(tile, 0, 0);
    const pixels = copy?.getImageData(0, 0, tile.width, tile.height).data.buffer;
    for (const color of new Uint32Array(pixels ?? new ArrayBuffer(0))) colors.add(color);
  }
  return colors.size;
}

const isDrawn: Story["play"] = async ({ canvas }) => {
  const picture = await canvas.findByRole("img", { name: "All shapes" });
  await waitFor(() => expect(colorsOf(picture)).toBeGreaterThan(500));
};

/** Every kind in its looks: clean, by hand, in a hurry; dashed, filled, turned, seen through, labelled. */
export const AllShapes: Story = { play: isDrawn };

/** The same in the dark theme. */
export const AllShapesDark: Story = { globals: { theme: "dark" }, play: isDrawn };

/** On squared paper of a chosen colour. */
export const OnSquaredPaper: Story = {
  args: { paper: { color: "yellow", pattern: "grid", asset: "", w: 0, h: 0 } },
  play: isDrawn,
};

/** On a blackboard: the ink is that of the dark theme. */
export const OnABlackboard: Story = {
  args: { paper: { color: "#1f3d33", pattern: "dots", asset: "", w: 0, h: 0 } },
  play: isDrawn,
};
