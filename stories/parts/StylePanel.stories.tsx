import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, within } from "storybook/test";
import { StylePanel } from "../../src/react/whiteboard/style/style-panel.js";
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
      corners: "round",
      opacity: 1,
      font: "hand",
      align: "start",
    },
    keys: ["color", "size", "fill", "fillColor", "dash", "roughness", "opacity"],
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
    await userEvent.click(canvas.getByRole("radio", { name: "Dotted line" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ dash: "dotted" });
    await userEvent.click(canvas.getByRole("radio", { name: "Drawn with a ruler" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ roughness: 0 });
    (await canvas.findByRole("slider", { name: "Opacity" })).focus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect(args.onChange).toHaveBeenLastCalledWith({ opacity: 0.95 });
    await expect(canvas.queryByRole("radiogroup", { name: "Text size" })).toBeNull();
  },
};

export const OfText: Story = {
  args: { keys: ["color", "font", "fontSize", "align"] },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("radio", { name: "Text size 36" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ fontSize: 36 });
    await userEvent.click(canvas.getByRole("radio", { name: "Monospace" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ font: "mono" });
    await userEvent.click(canvas.getByRole("radio", { name: "Centre text" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ align: "middle" });
    await expect(canvas.queryByRole("radiogroup", { name: "Width" })).toBeNull();
  },
};

/** Any colour: what the browser's chooser gives counts when it is closed. */
export const CustomColor: Story = {
  play: async ({ canvas, args }) => {
    const chooser = canvas.getByLabelText<HTMLInputElement>("Custom colour");
    chooser.value = "#12ab34";
    chooser.dispatchEvent(new Event("change", { bubbles: true }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ color: "#12ab34" });
  },
};

/** A fill of another colour than its outline. */
export const FillColor: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Fill colour" }));
    const panel = within(await within(document.body).findByRole("dialog", { name: "Fill colour" }));
    await expect(panel.getByRole("button", { name: "Like the outline" })).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(panel.getByRole("radio", { name: "Green" }));
    await expect(args.onChange).toHaveBeenLastCalledWith({ fillColor: "green" });
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
      corners: null,
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
