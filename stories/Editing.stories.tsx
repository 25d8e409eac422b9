import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fireEvent, userEvent, waitFor, within } from "storybook/test";
import { shapeAt, type ShapeId, type WhiteboardHandle } from "../src/index.js";
import { inkColor } from "../src/picture/palette.js";
import { straight } from "./helpers/hand.js";
import { isMarkedIn } from "./helpers/pixels.js";
import { type Loaded, whenOpen } from "./helpers/scene.js";
import { box, studio, StudioBoard } from "./helpers/studio.js";

const meta = {
  title: "Whiteboard/Editing",
  loaders: [() => ({ studio: studio() })],
  render: (_, { loaded, globals }) => <StudioBoard theme={globals["theme"]} studio={(loaded as Loaded).studio} />,
} satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

const at = (handle: WhiteboardHandle, id: ShapeId | undefined) => shapeAt(handle.getBoard(), id as ShapeId);

/** Two boxes whose common box runs from (200, 200) to (500, 300), the right one lower; the select tool in hand. */
function twoBoxes(handle: WhiteboardHandle): readonly ShapeId[] {
  handle.setTool("select");
  return handle.add([box(200, 200, 100, 60), box(400, 240, 100, 60)]);
}

/** A box drawn around several selects them; a corner of what is around them resizes all. */
export const MultiSelection: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const [one, two] = twoBoxes(handle);
    hand.drag(straight([150, 150], [550, 350]));
    await waitFor(() => expect(handle.selection.get()).toEqual([one, two]));
    await expect(await canvas.findByText("2 shapes selected")).toBeInTheDocument();
    hand.move([504, 304]);
    await expect(hand.board.style.cursor).toBe("nwse-resize");
    hand.drag(straight([504, 304], [804, 404]), { shiftKey: true });
    await expect(at(handle, one)).toMatchObject({ x: 200, y: 200, w: 200, h: 120 });
    await expect(at(handle, two)).toMatchObject({ x: 600, y: 280, w: 200, h: 120 });
  }),
};
export const MultiSelectionDark: Story = { ...MultiSelection, globals: { theme: "dark" } };

/** The handle above a shape turns it: a quarter to the right, with shift to the full. */
export const Rotation: Story = {
  play: whenOpen(async ({ handle, hand }) => {
    const [one] = twoBoxes(handle);
    handle.select([one as ShapeId]);
    hand.move([250, 172]);
    await expect(hand.board.style.cursor).toBe("grab");
    hand.drag([[250, 172], [290, 190], [320, 230]], { shiftKey: true }); // prettier-ignore
    await waitFor(() => expect(at(handle, one)).toHaveProperty("rotation"));
    await expect((at(handle, one) as { rotation: number }).rotation).toBeCloseTo(Math.PI / 2, 2);
  }),
};

/** A group is selected as one; a double click goes into it, Escape out again. */
export const Group: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const both = twoBoxes(handle);
    handle.select(both);
    await userEvent.click(await canvas.findByRole("button", { name: "Group" }));
    handle.select([]);
    hand.drag([[250, 230]]); // prettier-ignore
    await waitFor(() => expect(handle.selection.get()).toEqual(both));
    const { left, top } = hand.board.getBoundingClientRect();
    await fireEvent.dblClick(hand.board, { clientX: left + 250, clientY: top + 230 });
    await waitFor(() => expect(handle.selection.get()).toEqual([both[0]]));
    await expect(await canvas.findByText(/^Rectangle, 1 of 2$/)).toBeInTheDocument();
    hand.board.focus();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(handle.selection.get()).toEqual(both));
  }),
};

/** What a moved shape lines up with is seen for as long as it is held. */
export const SnappingGuide: Story = {
  play: whenOpen(async ({ handle, hand }) => {
    const [, two] = twoBoxes(handle);
    const hasGuide = () => isMarkedIn(hand.board, inkColor("red", "light"));
    await expect(hasGuide()).toBe(false);
    hand.hold([...straight([450, 270], [450, 240]), [450, 233]], { ctrlKey: true });
    await waitFor(() => expect(hasGuide()).toBe(true));
    await expect(at(handle, two)).toMatchObject({ x: 400, y: 200 });
    hand.release([450, 233]);
    await waitFor(() => expect(hasGuide()).toBe(false));
  }),
};

/** Words are written into a shape that is selected. */
export const Label: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const [one] = twoBoxes(handle);
    handle.select([one as ShapeId]);
    hand.board.focus();
    await userEvent.keyboard("{Enter}");
    await userEvent.type(await canvas.findByRole("textbox", { name: "Text. Escape when done." }), "Cell");
    await waitFor(() => expect(at(handle, one)).toMatchObject({ label: "Cell" }));
    await userEvent.keyboard("{Escape}");
    await expect(await canvas.findByText(/^Rectangle “Cell”, 1 of 2$/)).toBeInTheDocument();
    await userEvent.click(await canvas.findByRole("radio", { name: "Align text at the end" }));
    await waitFor(() => expect(at(handle, one)).toMatchObject({ labelAlign: "end" }));
    await userEvent.click(canvas.getByRole("radio", { name: "Centre text" }));
    await waitFor(() => expect(at(handle, one)).not.toHaveProperty("labelAlign"));
    await userEvent.click(canvas.getByRole("radio", { name: "Align text at the start" }));
    await waitFor(() => expect(at(handle, one)).toMatchObject({ labelAlign: "start" }));
  }),
};

/** What is done with the shape under the pointer. */
export const ContextMenu: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const [one] = twoBoxes(handle);
    const { left, top } = hand.board.getBoundingClientRect();
    await fireEvent.contextMenu(hand.board, { button: 2, clientX: left + 250, clientY: top + 230 });
    const menu = within(await canvas.findByRole("menu", { name: "Board menu" }));
    await expect(handle.selection.get()).toEqual([one]);
    await userEvent.click(menu.getByRole("menuitem", { name: "Lock or unlock" }));
    await waitFor(() => expect(at(handle, one)).toMatchObject({ locked: 1 }));
  }),
};

/** How a picture of the board is to be; what is asked for is remembered. */
export const ExportDialog: Story = {
  play: whenOpen(async ({ canvas, handle }) => {
    twoBoxes(handle);
    handle.run("exportAs");
    const dialog = within(await canvas.findByRole("dialog", { name: "Save as a picture" }));
    await expect(within(dialog.getByRole("group", { name: "What" })).getByText("Selection")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Selection" })).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(dialog.getByRole("button", { name: "SVG" }));
    await expect(dialog.getByText("Open it on a board again to go on with it.")).toBeVisible();
    await expect(dialog.queryByRole("group", { name: "Size" })).toBeNull();
  }),
};
export const ExportDialogDark: Story = { ...ExportDialog, globals: { theme: "dark" } };
