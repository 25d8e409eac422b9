import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, fn, userEvent, within } from "storybook/test";
import type { AnyToolName } from "../../src/canvas/tool.js";
import { ToolBar } from "../../src/react/whiteboard/tools/tool-bar.js";
import { Ground } from "../helpers/frame.js";

const meta = {
  title: "Parts/ToolBar",
  component: ToolBar,
  args: {
    tool: "pen",
    onTool: fn(),
    isKept: false,
    onKeep: fn(),
    isCompact: false,
    isStyleFolded: false,
    isStyleOpen: false,
    onToggleStyle: fn(),
  },
  render: (args, { globals }) => (
    <Ground theme={globals.theme}>
      <WithState {...args} />
    </Ground>
  ),
} satisfies Meta<typeof ToolBar>;
export default meta;

type Story = StoryObj<typeof meta>;

/** One stop of the tab key; arrows move inside it. */
export const Plain: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.tab();
    const pen = canvas.getByRole("button", { name: "Pen" });
    await expect(pen).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}{Enter}");
    await expect(args.onTool).toHaveBeenLastCalledWith("eraser");
    await expect(canvas.getByRole("button", { name: "Eraser" })).toHaveAttribute("aria-pressed", "true");
    await userEvent.keyboard("{End}");
    await expect(canvas.getByRole("button", { name: "Keep the tool after drawing" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect(args.onKeep).toHaveBeenLastCalledWith(true);
    await userEvent.keyboard("{Home}");
    await expect(canvas.getByRole("button", { name: "Select" })).toHaveFocus();
    await expect(canvas.getAllByRole("button").filter((button) => button.tabIndex === 0)).toHaveLength(1);
  },
};

/** The closed shapes share a button that shows the last one used; its menu has all of them. */
export const Shapes: Story = {
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Shapes" }));
    const menu = within(document.body);
    await userEvent.click(await menu.findByRole("menuitemradio", { name: /^Star/ }));
    await expect(args.onTool).toHaveBeenLastCalledWith("star");
    await expect(canvas.getByRole("button", { name: "Star" })).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(canvas.getByRole("button", { name: "Hand" }));
    await expect(canvas.getByRole("button", { name: "Star" })).toHaveAttribute("aria-pressed", "false");
  },
};

/** As on a phone: few tools, the others in a menu whose button shows the one in hand. */
export const Compact: Story = {
  args: { isCompact: true, isStyleFolded: true },
  play: async ({ canvas, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: "More tools" }));
    const menu = within(document.body);
    await userEvent.click(await menu.findByRole("menuitemradio", { name: /^Arrow/ }));
    await expect(args.onTool).toHaveBeenLastCalledWith("arrow");
    await expect(canvas.getByRole("button", { name: "More tools, Arrow" })).toBeVisible();
  },
};

export const Dark: Story = { globals: { theme: "dark" } };

/** In a language that is read from the right: the row is mirrored, and the arrows with it. */
export const RightToLeft: Story = {
  render: (args, { globals }) => (
    <div dir="rtl">
      <Ground theme={globals.theme}>
        <WithState {...args} />
      </Ground>
    </div>
  ),
  play: async ({ canvas }) => {
    canvas.getByRole("button", { name: "Pen" }).focus();
    await userEvent.keyboard("{ArrowLeft}");
    await expect(canvas.getByRole("button", { name: "Eraser" })).toHaveFocus();
    const [select, text] = ["Select", "Text"].map((name) =>
      canvas.getByRole("button", { name }).getBoundingClientRect(),
    );
    await expect(select?.left).toBeGreaterThan(text?.left ?? Infinity);
  },
};

function WithState(props: Parameters<typeof ToolBar>[0]) {
  const [tool, setTool] = useState<AnyToolName>(props.tool);
  const choose = (next: Parameters<typeof props.onTool>[0]) => {
    setTool(next);
    props.onTool(next);
  };
  return <ToolBar {...props} tool={tool} onTool={choose} />;
}
