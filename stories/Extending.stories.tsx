import type { Meta, StoryObj } from "@storybook/react-vite";
import StickyNote from "lucide-react/icons/sticky-note";
import Vote from "lucide-react/icons/vote";
import type { ReactNode } from "react";
import { expect, userEvent, within } from "storybook/test";
import { z } from "zod";
import {
  defineShape,
  defineTool,
  rectangle,
  useSharedState,
  useWhiteboard,
  Whiteboard,
  type WhiteboardHandle,
} from "../src/index.js";
import { memory } from "../src/transport/memory/index.js";
import { Provider, Screen } from "./helpers/frame.js";

/** A task card: a title, who does it, and how far it is. */
const card = defineShape({
  kind: "demo:card",
  schema: z.object({ title: z.string(), owner: z.string(), done: z.number().min(0).max(1) }),
  paint: ({ w, h, color, props }) => [
    { path: (path) => rectangle(path, 0, 0, w, h, 10), tint: color, stroke: color },
    { text: props.title, x: 16, y: 28, fontSize: 18, isBold: true },
    { text: props.owner, x: 16, y: 54, fontSize: 14, color: "grey" },
    { path: (path) => rectangle(path, 16, h - 24, w - 32, 8, 4), stroke: color, width: 1 },
    { path: (path) => rectangle(path, 16, h - 24, (w - 32) * props.done, 8, 4), fill: color },
  ],
  label: ({ props }) => `${props.title}, ${props.owner}`,
});

const addCard = defineTool({
  name: "app:card",
  label: "Task card",
  icon: <StickyNote />,
  key: "c",
  down({ x, y }, context) {
    const props = { title: "New task", owner: "nobody yet", done: 0 };
    const place = { id: context.newShapeId(), page: context.page(), order: context.topOrder() };
    const shape = card.make({ x, y, w: 200, h: 100, color: context.style().color, props });
    context.send([{ type: "shape.add", shape: { ...shape, ...place } }]);
    return null;
  },
});

const TASKS = [
  { title: "Draw a cell", owner: "Ada", done: 0.7, color: "green" },
  { title: "Label its parts", owner: "Ben", done: 0.3, color: "blue" },
  { title: "Check <b>all</b>", owner: "Chen", done: 0, color: "violet" },
];

const addTasks = (board: WhiteboardHandle) => {
  board.add(
    TASKS.map(({ color, ...props }, index) => card.make({ x: 20 + 220 * index, y: 90, w: 200, h: 100, color, props })),
  );
};

const meta = {
  title: "Extending",
  component: Whiteboard,
  args: { room: "extended", user: { id: "you", name: "You" } },
  render: (args, { globals, parameters }) => (
    <Provider theme={globals.theme}>
      <Screen {...(parameters as { size?: { width: number; height: number } }).size}>
        <Whiteboard {...args} />
      </Screen>
    </Provider>
  ),
} satisfies Meta<typeof Whiteboard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** A shape and a tool that the app has declared. */
export const CustomShapeAndTool: Story = {
  args: { transport: memory(), shapes: [card], tools: [addCard], onReady: whenOpen(addTasks) },
  play: async ({ canvas }) => {
    const tool = await canvas.findByRole("button", { name: "Task card" });
    tool.focus();
    await userEvent.keyboard("c");
    await expect(tool).toHaveAttribute("aria-pressed", "true");
    await expect(tool).toHaveAttribute("aria-keyshortcuts", "C");
  },
};

export const CustomShapeDark: Story = {
  ...CustomShapeAndTool,
  args: { ...CustomShapeAndTool.args, transport: memory() },
  globals: { theme: "dark" },
};

/** Where the shape is not declared, and where its painter fails: labelled boxes. */
export const Undeclared: Story = {
  args: { transport: memory(), onReady: whenOpen(addTasks) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("toolbar", { name: "Tools" })).toBeVisible();
  },
};

/** A vote that everybody in the room shares. */
function Poll() {
  const [votes, setVotes] = useSharedState("votes", 0);
  const { zoomToFit } = useWhiteboard();
  return (
    <div style={{ position: "absolute", insetInlineStart: 12, insetBlockStart: 64, display: "flex", gap: 8 }}>
      <button type="button" onClick={() => setVotes((now) => now + 1)}>
        Vote ({votes})
      </button>
      <button type="button" onClick={zoomToFit}>
        See all
      </button>
    </div>
  );
}

/** The app's own words where the pages were, a ring around the toolbar, no zoom bar, and a vote of its own. */
export const Slots: Story = {
  args: {
    transport: memory(),
    children: <Poll />,
    components: { ZoomBar: null, PageBar: OwnTitle, Toolbar: Ring },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: /Our retrospective/ })).toBeVisible();
    await expect(canvas.queryByRole("toolbar", { name: "Zoom" })).toBeNull();
    await expect(within(canvas.getByTestId("ring")).getByRole("button", { name: "Pen" })).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Vote (0)" }));
    await expect(await canvas.findByRole("button", { name: "Vote (1)" })).toBeVisible();
  },
};
export const SlotsNarrow: Story = {
  ...Slots,
  args: { ...Slots.args, transport: memory() },
  parameters: { size: { width: 360, height: 640 } },
};

function OwnTitle() {
  return (
    <h1
      style={{
        gridArea: "pages",
        justifySelf: "center",
        margin: 0,
        fontSize: 16,
        display: "flex",
        gap: 6,
        alignItems: "center",
      }}
    >
      <Vote size={18} /> Our retrospective
    </h1>
  );
}

function Ring({ children }: { readonly children: ReactNode }) {
  return (
    <div data-testid="ring" style={{ outline: "3px solid #8a6900", borderRadius: 12 }}>
      {children}
    </div>
  );
}

/** Calls back once the room is there, the first time a board is opened. */
function whenOpen(act: (board: WhiteboardHandle) => void): (board: WhiteboardHandle) => void {
  return (board) => {
    const end = board.client.self.subscribe(() => {
      if (!board.client.self.get() || board.getBoard().pages[board.view.page.get()]?.top) return;
      end();
      act(board);
    });
  };
}
