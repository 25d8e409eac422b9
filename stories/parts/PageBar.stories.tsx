import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor } from "storybook/test";
import { PageBar } from "../../src/react/parts/page-bar.js";
import type { PageId } from "../../src/index.js";
import { Ground } from "../helpers/frame.js";

const page = (name: string) => ({ id: name.toLowerCase() as PageId, name });

const meta = {
  title: "Parts/PageBar",
  component: PageBar,
  args: { pages: ["Cells", "Ribosomes", "Homework"].map(page), current: "cells" as PageId, onSelect: fn() },
  render: (args, { globals }) => (
    <Ground theme={globals.theme} width={420}>
      <PageBar {...args} />
    </Ground>
  ),
} satisfies Meta<typeof PageBar>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Three: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole("button", { name: "Cells, page 1 of 3" })).toHaveAttribute("aria-current", "page");
    await userEvent.click(canvas.getByRole("button", { name: "Homework, page 3 of 3" }));
    await expect(args.onSelect).toHaveBeenCalledWith("homework");
  },
};

/** More pages than fit, some with long names: the bar scrolls to the current one. */
export const Many: Story = {
  args: {
    pages: Array.from({ length: 20 }, (_, index) => page(`Chapter ${index + 1}, in which a good deal happens`)),
    current: "chapter 15, in which a good deal happens" as PageId,
  },
  play: async ({ canvas }) => {
    const current = canvas.getByRole("button", { name: /^Chapter 15/ });
    const list = current.parentElement as HTMLElement;
    await waitFor(async () => {
      const [own, box] = [current.getBoundingClientRect(), list.getBoundingClientRect()];
      await expect(own.left >= box.left - 1 && own.right <= box.right + 1).toBe(true);
    });
  },
};

export const Dark: Story = { globals: { theme: "dark" } };
