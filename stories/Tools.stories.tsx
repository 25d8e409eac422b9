import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor } from "storybook/test";
import { type Shape, shapeAt } from "../src/index.js";
import { type Place, straight, take } from "./helpers/hand.js";
import { isInked } from "./helpers/pixels.js";
import { type Loaded, whenOpen } from "./helpers/scene.js";
import { box, shapesOn, studio, StudioBoard } from "./helpers/studio.js";

const meta = {
  title: "Whiteboard/Tools",
  loaders: [() => ({ studio: studio() })],
  render: (_, { loaded, globals }) => <StudioBoard theme={globals["theme"]} studio={(loaded as Loaded).studio} />,
} satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

const WAVE: readonly Place[] = Array.from({ length: 30 }, (_, at) => [200 + 10 * at, 200 + 30 * Math.sin(at / 4)]);
const LINE = straight([200, 300], [500, 300]);

/** One tool after the other, each with what it leaves on the board. */
const DRAWN: readonly (readonly [tool: string, way: readonly Place[], left: Partial<Record<string, unknown>>])[] = [
  ["Pen", WAVE, { kind: "ink" }],
  ["Highlighter", LINE, { kind: "ink", brush: "highlighter" }],
  ["Rectangle", straight([200, 350], [320, 430]), { kind: "rectangle", x: 200, y: 350, w: 120, h: 80 }],
  ["Line", straight([360, 350], [460, 430]), { kind: "line", x: 360, y: 350, w: 100, h: 80 }],
  ["Arrow", straight([500, 350], [600, 430]), { kind: "arrow", x: 500, y: 350, w: 100, h: 80 }],
];

export const Drawing: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    for (const [index, [tool, way, left]] of DRAWN.entries()) {
      await take(canvas, tool);
      hand.drag(way);
      await waitFor(() => expect(shapesOn(handle)).toHaveLength(index + 1));
      await expect(shapesOn(handle)[index]).toMatchObject(left);
    }
    await expect(canvas.getByRole("button", { name: "Undo" })).not.toHaveAttribute("aria-disabled", "true");
  }),
};
export const DrawingDark: Story = { ...Drawing, globals: { theme: "dark" } };

/** The closed shapes are behind one button, which shows the last of them. */
export const ClosedShapes: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    for (const [index, name] of ["Ellipse", "Diamond", "Triangle", "Star"].entries()) {
      await userEvent.click(canvas.getByRole("button", { name: "Shapes" }));
      await userEvent.click(await canvas.findByRole("menuitemradio", { name }));
      const x = 150 + 150 * index;
      hand.drag(straight([x, 250], [x + 120, 350]));
      await expect(shapesOn(handle)[index]).toMatchObject({ kind: name.toLowerCase(), x, w: 120, h: 100 });
    }
  }),
};

/** Whole strokes at first; then only what is touched, which leaves two pieces. */
export const Erasing: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const through = straight([350, 130], [350, 270]);
    hand.drag(WAVE);
    await take(canvas, "Eraser");
    hand.drag(through);
    await waitFor(() => expect(shapesOn(handle)).toHaveLength(0));
    await userEvent.click(canvas.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(shapesOn(handle)).toHaveLength(1));
    await userEvent.click(await canvas.findByRole("radio", { name: "Parts of ink" }));
    hand.drag(through);
    await waitFor(() => expect(shapesOn(handle)).toHaveLength(2));
  }),
};

/** The laser points, and leaves nothing. */
export const Laser: Story = {
  play: whenOpen(async ({ canvas, handle, hand, studio: { advance } }) => {
    await take(canvas, "Laser pointer");
    hand.drag(WAVE);
    await expect(Object.values(handle.getBoard().active)).toMatchObject([{ shape: { brush: "laser" } }]);
    await advance(5000);
    await expect(Object.values(handle.getBoard().active)).toEqual([]);
    await expect(shapesOn(handle)).toEqual([]);
  }),
};

/** An arrow from one shape to another stays between them when one is moved. */
export const BoundArrow: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const [from, to] = handle.add([box(150, 200, 120, 80), box(500, 200, 120, 80)]);
    await take(canvas, "Arrow");
    hand.drag(straight([210, 240], [560, 240]));
    const arrow = () => shapesOn(handle).find(({ kind }) => kind === "arrow") as Shape;
    await waitFor(() => expect(arrow()).toMatchObject({ startId: from, endId: to }));
    await userEvent.keyboard("{Escape}");
    const start = arrow();
    await expect(isInked(hand.board, 385, 315)).toBe(false);
    hand.drag(straight([600, 270], [600, 420]));
    await waitFor(() => expect(shapeAt(handle.getBoard(), to!)).toMatchObject({ y: 350 }));
    await expect(arrow()).toEqual(start);
    await waitFor(() => expect(isInked(hand.board, 385, 315)).toBe(true));
  }),
};

/** Presses lead a line through points, and a double press ends it; its grips change it, and one undo takes all of it back. */
export const LineThroughPoints: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const line = () => shapesOn(handle)[0] as Shape;
    await take(canvas, "Arrow");
    for (const place of [
      [200, 300],
      [300, 180],
      [400, 420],
      [520, 300],
      [520, 300],
    ] as const) {
      hand.move(place);
      hand.drag([place]);
    }
    await expect(line()).toMatchObject({ kind: "arrow", w: 320, h: 0, through: "100 -120 200 120" });
    await waitFor(() => expect(isInked(hand.board, 300, 180)).toBe(true));
    hand.drag(straight([400, 420], [420, 480]));
    await expect(line()).toMatchObject({ through: "100 -120 220 180" });
    await userEvent.click(await canvas.findByRole("radio", { name: "Sharp corners" }));
    await expect(line()).toMatchObject({ corners: "sharp" });
    hand.drag(straight([250, 240], [200, 200]));
    await expect(line()).toMatchObject({ through: "0 -100 100 -120 220 180" });
    for (let steps = 0; steps < 4; steps += 1) await userEvent.click(canvas.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(shapesOn(handle)).toHaveLength(0));
    for (let steps = 0; steps < 4; steps += 1) await userEvent.click(canvas.getByRole("button", { name: "Redo" }));
    await waitFor(() => expect(line()).toMatchObject({ through: "0 -100 100 -120 220 180", corners: "sharp" }));
  }),
};
export const LineThroughPointsDark: Story = { ...LineThroughPoints, globals: { theme: "dark" } };

/** Words are typed where they will be, on the board and on a note. */
export const Writing: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    for (const [index, [tool, kind]] of [
      ["Text", "text"],
      ["Sticky note", "note"],
    ].entries()) {
      await take(canvas, tool!);
      hand.drag([[250 + 250 * index, 300]]);
      const field = await canvas.findByRole("textbox", { name: "Text. Escape when done." });
      await userEvent.type(field, "A cell");
      await userEvent.keyboard("{Escape}");
      await expect(shapesOn(handle)[index]).toMatchObject({ kind, text: "A cell" });
      await expect(hand.board).toHaveFocus();
    }
  }),
};

/** What lies inside a new frame is in it, and goes with it. */
export const Framing: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const [inside] = handle.add([box(250, 250, 80, 60), box(600, 250, 80, 60)]);
    await take(canvas, "Frame");
    hand.drag(straight([200, 200], [450, 400]));
    const frame = shapesOn(handle).find(({ kind }) => kind === "frame") as Shape;
    const held = shapesOn(handle).filter((shape) => "frame" in shape && shape.frame === frame.id);
    await expect(held.map(({ id }) => id)).toEqual([inside]);
  }),
};

/** Going around two of three selects them. */
export const Lasso: Story = {
  play: whenOpen(async ({ canvas, handle, hand }) => {
    const [first, second] = handle.add([box(200, 250, 80, 60), box(320, 250, 80, 60), box(600, 250, 80, 60)]);
    await take(canvas, "Lasso");
    hand.drag([
      [180, 220],
      [440, 220],
      [440, 350],
      [180, 350],
      [180, 225],
    ]);
    await waitFor(() => expect(handle.selection.get()).toEqual([first, second]));
    await expect(await canvas.findByRole("group", { name: "Order" })).toBeVisible();
  }),
};
