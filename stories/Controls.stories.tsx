import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fireEvent, userEvent, waitFor, within } from "storybook/test";
import { arabic } from "../src/react/messages/ar.js";
import { BoardWithShapes } from "./helpers/board.js";

const meta = {
  title: "Whiteboard/Controls",
  component: BoardWithShapes,
  args: { theme: "light" },
  render: (args, { globals }) => <BoardWithShapes {...args} theme={globals.theme} />,
} satisfies Meta<typeof BoardWithShapes>;
export default meta;

type Story = StoryObj<typeof meta>;
type Canvas = ReturnType<typeof within>;

const board = (canvas: Canvas) => canvas.findByRole("application", { name: "Board" });

/** Everything is selected: its style, and what can be done with it. */
export const Selected: Story = {
  play: async ({ canvas }) => {
    (await board(canvas)).focus();
    await userEvent.keyboard("{Control>}a{/Control}");
    await expect(await canvas.findByRole("group", { name: "Order" })).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "End of the line" }));
    await userEvent.click(await canvas.findByRole("menuitemradio", { name: "Dot" }));
    await userEvent.click(canvas.getByRole("button", { name: "Group" }));
    await waitFor(() => expect(canvas.getByRole("button", { name: "Ungroup" })).not.toHaveAttribute("aria-disabled"));
    await userEvent.click(canvas.getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(canvas.queryByRole("group", { name: "Order" })).toBeNull());
  },
};
export const SelectedDark: Story = { ...Selected, globals: { theme: "dark" } };

/** The main menu, with what files can be saved. */
export const MainMenu: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Menu" }));
    const save = await canvas.findByRole("menuitem", { name: "Save" });
    save.focus();
    await userEvent.keyboard("{ArrowRight}");
    await expect(await canvas.findByRole("menuitem", { name: "Save all pages as PDF" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
  },
};

/** Light, dark or as the device says: chosen by the person, whatever the app gave. */
export const Theme: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Menu" }));
    (await canvas.findByRole("menuitem", { name: "Theme" })).focus();
    await userEvent.keyboard("{ArrowRight}");
    await userEvent.click(await canvas.findByRole("menuitemradio", { name: "Dark" }));
    const root = canvas.getByRole("region", { name: "Whiteboard controls" });
    await expect(root).toHaveAttribute("data-theme", "dark");
  },
};

/** The board's own menu stays inside the board, and gives the focus back to it. */
export const BoardMenu: Story = {
  play: async ({ canvas }) => {
    const place = await board(canvas);
    await fireEvent.contextMenu(place, { button: 2, clientX: 500, clientY: 560 });
    const menu = await canvas.findByRole("menu", { name: "Board menu" });
    await waitFor(async () => {
      await expect(menu.getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight);
    });
    await userEvent.click(within(menu).getByRole("menuitem", { name: "Select all" }));
    await waitFor(() => expect(canvas.queryByRole("menu")).toBeNull());
    await expect(place).toHaveFocus();
    await expect(await canvas.findByRole("group", { name: "Order" })).toBeVisible();
  },
};

/** Pages are added, renamed, moved and deleted; what was deleted comes back. */
export const Pages: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Add a page" }));
    await userEvent.click(canvas.getByRole("button", { name: "Page 2 2/2, all pages" }));
    const panel = within(await canvas.findByRole("dialog", { name: "Pages" }));
    const second = await panel.findByRole("button", { name: "Page 2, page 2 of 2" });
    await expect(second).toHaveAttribute("aria-current", "page");
    second.focus();
    await userEvent.keyboard("{F2}");
    await userEvent.keyboard("Cells{Enter}");
    const cells = await panel.findByRole("button", { name: "Cells, page 2 of 2" });
    cells.focus();
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await expect(await panel.findByRole("button", { name: "Cells, page 1 of 2" })).toHaveFocus();
    await userEvent.click(panel.getByRole("radio", { name: "Dots" }));
    await expect(panel.getByRole("radio", { name: "Dots" })).toBeChecked();
    await userEvent.click(panel.getByRole("button", { name: "Page menu of Cells" }));
    await userEvent.click(await canvas.findByRole("menuitem", { name: "Delete this page" }));
    await expect(await canvas.findByText("“Cells” was deleted.")).toBeVisible();
    const notices = within(canvas.getByRole("region", { name: /^Notices/ }));
    await userEvent.click(notices.getByRole("button", { name: "Undo" }));
    await expect(await canvas.findByRole("button", { name: "Page 1 2/2, all pages" })).toBeVisible();
  },
};

/** All keys, from the table that they are looked up in. */
export const Shortcuts: Story = {
  play: async ({ canvas }) => {
    (await board(canvas)).focus();
    await userEvent.keyboard("?");
    const sheet = within(await canvas.findByRole("dialog", { name: "Keyboard shortcuts" }));
    await expect(sheet.getByText("Bring to front")).toBeInTheDocument();
    await userEvent.keyboard("r");
    await userEvent.click(sheet.getByRole("button", { name: "Close" }));
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await expect(canvas.getByRole("button", { name: "Pen" })).toHaveAttribute("aria-pressed", "true");
  },
};

/** On a phone the style is a sheet over the tools. */
export const Phone: Story = {
  args: { width: 360, height: 640 },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Colour and width" }));
    const sheet = await canvas.findByRole("toolbar", { name: "Style" });
    await expect(sheet).toBeVisible();
    await expect(sheet.getBoundingClientRect().height).toBeLessThanOrEqual(640 * 0.4);
    const tools = canvas.getByRole("toolbar", { name: "Tools" });
    await expect(tools.getBoundingClientRect().right).toBeLessThanOrEqual(360);
    for (const button of within(tools).getAllByRole("button")) {
      const { width, height } = button.getBoundingClientRect();
      await expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  },
};
export const PhoneDark: Story = { ...Phone, globals: { theme: "dark" } };

/** Nothing but the board, and a small way back. */
export const Zen: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Menu" }));
    await userEvent.click(await canvas.findByRole("menuitem", { name: "Zen mode" }));
    await expect(await canvas.findByRole("button", { name: "Leave zen mode" })).toBeVisible();
    await expect(canvas.queryByRole("toolbar")).toBeNull();
    await userEvent.keyboard("{Escape}");
    await expect(canvas.getByRole("button", { name: "Leave zen mode" })).toBeVisible();
  },
};
export const ZenDark: Story = { ...Zen, globals: { theme: "dark" } };

/** Where nothing of the drawing is in view, a button leads back to it. */
export const BackToDrawing: Story = {
  args: { onReady: (handle) => handle.setCamera({ x: 9000, y: 9000, zoom: 1 }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("button", { name: "Back to the drawing" })).toBeVisible();
  },
};
export const BackToDrawingDark: Story = { ...BackToDrawing, globals: { theme: "dark" } };

/** In Arabic everything is mirrored, without the app saying so. */
export const Arabic: Story = {
  args: { messages: arabic },
  play: async ({ canvas }) => {
    const root = await canvas.findByRole("region", { name: arabic.whiteboardOf("controls") });
    await expect(root).toHaveAttribute("dir", "rtl");
    const menu = await canvas.findByRole("button", { name: arabic.menu });
    await expect(menu.getBoundingClientRect().left).toBeGreaterThan(window.innerWidth / 2);
    await userEvent.click(menu);
    await expect(await canvas.findByRole("menuitem", { name: arabic.save })).toBeVisible();
    await userEvent.keyboard("{Escape}");
  },
};
