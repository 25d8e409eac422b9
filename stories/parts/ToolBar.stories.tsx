import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, fn, userEvent } from "storybook/test";
import type { AnyToolName } from "../../src/canvas/tool.js";
import { ToolBar } from "../../src/react/whiteboard/tool-bar.js";
import { Ground } from "../helpers/frame.js";

const meta = {
  title: "Parts/ToolBar",
  component: ToolBar,
  args: {
    tool: "pen",
    onTool: fn(),
    history: { canUndo: true, canRedo: false },
    onUndo: fn(),
    onRedo: fn(),
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
    await expect(canvas.getByRole("button", { name: "Redo" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect(args.onRedo).not.toHaveBeenCalled();
    await userEvent.keyboard("{ArrowLeft}{Enter}");
    await expect(args.onUndo).toHaveBeenCalledOnce();
    await userEvent.keyboard("{Home}");
    await expect(canvas.getByRole("button", { name: "Select" })).toHaveFocus();
    await expect(canvas.getAllByRole("button").filter((button) => button.tabIndex === 0)).toHaveLength(1);
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
