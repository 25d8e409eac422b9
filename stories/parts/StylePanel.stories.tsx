import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent } from "storybook/test";
import { StylePanel } from "../../src/react/whiteboard/style-panel.js";
import { Ground } from "../helpers/frame.js";

const meta = {
  title: "Parts/StylePanel",
  component: StylePanel,
  args: {
    style: {
      color: "blue",
      size: 4,
      fill: "hachure",
      fontSize: 24,
      fillColor: "",
      dash: "solid",
      roughness: 1,
      opacity: 1,
      font: "hand",
      align: "start",
    },
    keys: ["color", "size", "fill"],
    theme: "light",
    onChange: fn(),
  },
  render: (args, { globals }) => (
    <Ground theme={globals.theme}>
      <StylePanel {...args} theme={globals.theme} />
    </Ground>
  ),
} satisfies Meta<typeof StylePanel>;
export default meta;

type Story = StoryObj<typeof meta>;

/** For a rectangle: colour, width and fill. */
export const OfAShape: Story = {
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole("radio", { name: "Blue" })).toBeChecked();
    await userEvent.click(canvas.getByRole("radio", { name: "Red" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ color: "red" });
    await userEvent.click(canvas.getByRole("radio", { name: "Solid" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ fill: "solid" });
    await expect(canvas.queryByRole("radiogroup", { name: "Text size" })).toBeNull();
  },
};

export const OfText: Story = {
  args: { keys: ["color", "fontSize"] },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("radio", { name: "Text size 36" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({
      fontSize: 36,
      fillColor: "",
      dash: "solid",
      roughness: 1,
      opacity: 1,
      font: "hand",
      align: "start",
    });
    await expect(canvas.queryByRole("radiogroup", { name: "Width" })).toBeNull();
  },
};

/** Of several shapes that differ: nothing is checked. */
export const Mixed: Story = {
  args: {
    style: {
      color: null,
      size: null,
      fill: null,
      fontSize: null,
      fillColor: null,
      dash: null,
      roughness: null,
      opacity: null,
      font: null,
      align: null,
    },
  },
  play: async ({ canvas }) => {
    for (const radio of canvas.getAllByRole("radio")) await expect(radio).not.toBeChecked();
  },
};

export const Dark: Story = { globals: { theme: "dark" } };
