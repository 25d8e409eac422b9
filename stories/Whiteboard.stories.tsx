import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { memory } from "../src/transport/memory/index.js";
import {
  createRoomClient,
  FIRST_PAGE,
  type RoomClient,
  systemClock,
  type Transport,
  virtualClock,
  Whiteboard,
  type WhiteboardHandle,
} from "../src/index.js";
import { Provider, Screen } from "./helpers/frame.js";
import { RunClock } from "./helpers/run-clock.js";
import { cuttable, denying, readOnly, silent, suspendable } from "./helpers/transports.js";
import { type Lesson, LESSON_START, startLesson } from "./lesson/lesson.js";

const YOU = { id: "you", name: "You Yourself", color: "#a04000" };

const meta = {
  title: "Whiteboard",
  component: Whiteboard,
  args: { room: "biology", user: YOU },
} satisfies Meta<typeof Whiteboard>;
export default meta;

type Story = StoryObj<typeof meta>;

/** What a story was shown with, for its play function. */
interface Loaded {
  readonly lesson: Lesson;
}

/** Three people draw the structure of a cell, from recorded handwriting. */
export const LessonBeingDrawn: Story = {
  loaders: [
    async (): Promise<Loaded> => {
      const lesson = await startLesson();
      await lesson.advance(20_000);
      return { lesson };
    },
  ],
  render: (args, { loaded, globals }) => {
    const { lesson } = loaded as Loaded;
    return (
      <Provider theme={globals.theme} transport={lesson.transport} clock={lesson.clock}>
        <RunClock lesson={lesson}>
          <Screen>
            <Whiteboard {...args} />
          </Screen>
        </RunClock>
      </Provider>
    );
  },
  play: async ({ canvas, loaded }) => {
    const { lesson } = loaded as Loaded;
    await lesson.advance(500);
    await expect(await canvas.findByText("Recording")).toBeVisible();
    const people = within(await canvas.findByRole("list", { name: "People" }));
    await waitFor(() => expect(people.getAllByRole("listitem")).toHaveLength(4));
    await expect(people.getByText("You Yourself (you)")).toBeInTheDocument();
  },
};

/** The same on a dark board. */
export const Dark: Story = { ...LessonBeingDrawn, globals: { theme: "dark" } };

/** The same on a phone. */
export const Narrow: Story = {
  ...LessonBeingDrawn,
  render: (args, { loaded, globals }) => {
    const { lesson } = loaded as Loaded;
    return (
      <Provider theme={globals.theme} transport={lesson.transport} clock={lesson.clock}>
        <RunClock lesson={lesson}>
          <Screen width={360} height={640}>
            <Whiteboard {...args} />
          </Screen>
        </RunClock>
      </Provider>
    );
  },
  play: async ({ canvas, loaded }) => {
    await (loaded as Loaded).lesson.advance(500);
    const toggle = await canvas.findByRole("button", { name: "Colour and width" });
    await expect(canvas.queryByRole("toolbar", { name: "Style" })).toBeNull();
    await userEvent.click(toggle);
    await expect(canvas.getByRole("toolbar", { name: "Style" })).toBeVisible();
    const tools = canvas.getByRole("toolbar", { name: "Tools" });
    await expect(tools.getBoundingClientRect().right).toBeLessThanOrEqual(360);
  },
};

/** A new room. */
export const Empty: Story = {
  args: { transport: memory(), room: "new" },
  render: onScreen,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("This page is empty")).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Undo" })).toHaveAttribute("aria-disabled", "true");
    const pen = canvas.getByRole("button", { name: "Pen" });
    await expect(pen).toHaveAttribute("aria-pressed", "true");
    pen.focus();
    await userEvent.keyboard("r");
    await expect(canvas.getByRole("button", { name: "Rectangle" })).toHaveAttribute("aria-pressed", "true");
    await userEvent.keyboard("{ArrowRight}");
    await expect(canvas.getByRole("button", { name: "Eraser" })).toHaveFocus();
    await userEvent.click(canvas.getByRole("button", { name: "Add a page" }));
    await expect(await canvas.findByRole("button", { name: "Page 2 2/2, all pages" })).toBeVisible();
  },
};

/** Somebody who may look and point only: no tools. */
export const ReadOnly: Story = {
  args: { transport: readOnly(systemClock()), room: "lecture", role: "reader" },
  render: onScreen,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("View only")).toBeVisible();
    await expect(canvas.queryByRole("toolbar", { name: "Tools" })).toBeNull();
    await expect(canvas.getByRole("toolbar", { name: "Zoom" })).toBeVisible();
  },
};

/** The room does not answer yet. */
export const Connecting: Story = {
  args: { transport: silent() },
  render: onScreen,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("Opening the board…")).toBeVisible();
  },
};

/** The room was never reached. */
export const Unreachable: Story = {
  loaders: [
    () => {
      const transport = cuttable(silent());
      transport.cut();
      return { transport };
    },
  ],
  render: (args, { loaded, globals }) => (
    <Provider theme={globals.theme} transport={loaded.transport as Transport}>
      <Screen>
        <Whiteboard {...args} />
      </Screen>
    </Provider>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: "The room cannot be reached" })).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeVisible();
  },
};

const clock = virtualClock(LESSON_START);
let ready: WhiteboardHandle | null = null;

/** The whiteboard over the story's own transport, at a time that stands still. */
const onItsOwnClock: Story["render"] = (args, { loaded, globals }) => (
  <Provider theme={globals.theme} transport={loaded.transport as Transport} clock={clock}>
    <Screen>
      <Whiteboard {...args} onReady={(handle) => (ready = handle)} />
    </Screen>
  </Provider>
);

/** The connection is lost: drawing goes on. */
export const Offline: Story = {
  loaders: [() => ({ transport: cuttable(memory({ clock })) })],
  render: onItsOwnClock,
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole("toolbar", { name: "Tools" });
    (loaded.transport as ReturnType<typeof cuttable>).cut();
    await expect(await canvas.findByText(/Drawing goes on and will be sent/, { selector: "small" })).toBeVisible();
    ready?.client.send([{ type: "marker", label: "while away" }]);
    await expect(await canvas.findByText(/1 change to send/)).toBeVisible();
    await expect(canvas.getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(canvas.getByRole("toolbar", { name: "Tools" })).toBeVisible();
  },
};
/** The room's disk is full: everybody stays, and what is drawn waits. */
export const Suspended: Story = {
  loaders: [() => ({ transport: suspendable(memory({ clock })) })],
  render: onItsOwnClock,
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole("toolbar", { name: "Tools" });
    (loaded.transport as ReturnType<typeof suspendable>).suspend();
    await expect(await canvas.findByText(/Cannot be saved right now/, { selector: "span" })).toBeVisible();
    ready?.client.send([{ type: "marker", label: "kept for later" }]);
    await expect(await canvas.findByText(/1 change to send/)).toBeVisible();
    await expect(canvas.getByRole("toolbar", { name: "Tools" })).toBeVisible();
  },
};

/** An admin has locked the page: only admins get tools for it. */
export const Locked: Story = {
  loaders: [
    () => {
      const transport = memory({ clock });
      const room = "locked";
      const admin = createRoomClient({ transport, room, role: "admin", clock, random: Math.random });
      return { transport, admin };
    },
  ],
  args: { room: "locked" },
  render: (args, { loaded, globals }) => (
    <Provider theme={globals.theme} transport={loaded.transport as Transport} clock={clock}>
      <Screen>
        <Whiteboard {...args} />
      </Screen>
    </Provider>
  ),
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole("toolbar", { name: "Tools" });
    const { admin } = loaded as { admin: RoomClient };
    const lock = (isLocked: boolean) => admin.send([{ type: "page.lock", id: FIRST_PAGE, isLocked }]);
    lock(true);
    await moveOn();
    await expect(await canvas.findByText("Locked page")).toBeVisible();
    await expect(canvas.queryByRole("toolbar", { name: "Tools" })).toBeNull();
  },
};

/** The room did not take what was done, and says why. */
export const Refused: Story = {
  loaders: [() => ({ transport: memory({ clock, limits: { pages: 1 } }) })],
  render: (args, { loaded, globals }) => (
    <Provider theme={globals.theme} transport={loaded.transport as Transport} clock={clock}>
      <Screen>
        <Whiteboard {...args} />
      </Screen>
    </Provider>
  ),
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Add a page" }));
    await moveOn();
    const notices = within(await canvas.findByRole("region", { name: /^Notices/ }));
    await expect(await notices.findByText("There can be no more pages on this board.")).toBeVisible();
    await waitFor(() => expect(canvas.queryByRole("button", { name: /page 2 of 2/ })).toBeNull());
  },
};

/** Lets pass on the stories' clock what a signal takes there and back, and a picture. */
async function moveOn(): Promise<void> {
  for (let step = 0; step < 4; step++) {
    await Promise.resolve();
    clock.advance(50);
  }
}

/** The room says no. */
export const Denied: Story = {
  args: {
    transport: denying(systemClock(), "This lesson is for the members of class 9b. Ask your teacher for a link."),
  },
  render: onScreen,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: "No access" })).toBeVisible();
    await expect(canvas.getByText(/members of class 9b/, { selector: "p" })).toBeVisible();
    await expect(canvas.queryByRole("button", { name: "Try again" })).toBeNull();
  },
};

function onScreen(args: Story["args"] & { room: string }, { globals }: { globals: Record<string, unknown> }) {
  return (
    <Provider theme={globals.theme}>
      <Screen>
        <Whiteboard {...args} />
      </Screen>
    </Provider>
  );
}
