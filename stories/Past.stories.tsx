import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent, waitFor, within } from "storybook/test";
import { Replay, type ReplayHandle, Whiteboard, type WhiteboardHandle } from "../src/index.js";
import { roomId } from "../src/signal/ids.js";
import { writeTapeFile } from "../src/tape/file/write.js";
import { Provider, Screen } from "./helpers/frame.js";
import { RunClock } from "./helpers/run-clock.js";
import { type Lesson, recordedLesson, startLesson } from "./lesson/lesson.js";

const YOU = { id: "you", name: "You Yourself", color: "#a04000" };

const meta = {
  title: "Looking back",
  args: { onReady: fn(), onFork: fn() },
} satisfies Meta;
export default meta;

interface Args {
  readonly onReady: (handle: WhiteboardHandle | ReplayHandle) => void;
  readonly onFork: (room: string) => void;
}
type Story = StoryObj<Args>;
type Render = NonNullable<Story["render"]>;

interface Loaded {
  readonly lesson: Lesson;
  readonly file?: Blob;
}

const goingOn = [
  async (): Promise<Loaded> => {
    const lesson = await startLesson();
    await lesson.advance(30_000);
    return { lesson };
  },
];

const framed =
  (show: (args: Args, loaded: Loaded) => React.ReactNode, size: { width?: number; height?: number } = {}): Render =>
  (args, { loaded, globals }) => {
    const { lesson } = loaded as Loaded;
    return (
      <Provider theme={globals.theme} transport={lesson.transport} clock={lesson.clock}>
        <RunClock lesson={lesson}>
          <Screen {...size}>{show(args, loaded as Loaded)}</Screen>
        </RunClock>
      </Provider>
    );
  };

const board = ({ onReady }: Args) => <Whiteboard room="biology" user={YOU} onReady={onReady} />;
const replay = ({ onReady, onFork }: Args) => <Replay room="biology" onReady={onReady} onFork={onFork} />;

const handleOf = <H,>({ onReady }: Args): H => (onReady as ReturnType<typeof fn>).mock.lastCall?.[0] as H;

/** On a live board a replay begins a few seconds back; the board goes on beneath, and Escape leads back to it. */
export const OnALiveBoard: Story = {
  loaders: goingOn,
  render: framed(board),
  play: async ({ canvas, args }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Look back" }));
    const layer = within(await canvas.findByRole("group", { name: "Looking back" }));
    const slider = await layer.findByRole("slider", { name: "Position" });
    await waitFor(() => expect(Number(slider.getAttribute("aria-valuenow"))).toBeGreaterThan(10));
    await expect(await layer.findByRole("button", { name: /0:\d\d behind\. Jump to live/ })).toBeVisible();
    const { client, tool } = handleOf<WhiteboardHandle>(args);
    await expect(canvas.getByRole("application", { hidden: true }).closest("[inert]")).not.toBeNull();
    const before = client.board.get()?.seq ?? 0;
    await waitFor(() => expect(client.board.get()?.seq).toBeGreaterThan(before));

    const held = tool.get();
    await userEvent.keyboard("k");
    await expect(await layer.findByRole("button", { name: "Play" })).toBeVisible();
    await userEvent.keyboard("r");
    await expect(tool.get()).toBe(held);
    await userEvent.keyboard("{Shift>}L{/Shift}");
    await expect(await layer.findByRole("button", { name: "Live" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(canvas.queryByRole("group", { name: "Looking back" })).toBeNull());
    await waitFor(() => expect(canvas.getByRole("application")).toHaveFocus());
    await expect(canvas.getByRole("application").closest("[inert]")).toBeNull();
  },
};

/** The same from outside, on a phone: the bar above keeps its sentence and its way back. */
export const OnAPhone: Story = {
  loaders: goingOn,
  render: framed(board, { width: 360, height: 640 }),
  play: async ({ canvas, args }) => {
    await canvas.findByRole("button", { name: "Look back" });
    handleOf<WhiteboardHandle>(args).rewind();
    const layer = within(await canvas.findByRole("group", { name: "Looking back" }));
    await layer.findByRole("slider", { name: "Position" });
    await expect(layer.getByRole("button", { name: "Back to the board" })).toHaveFocus();
    await userEvent.click(layer.getByRole("button", { name: "Back to the board" }));
    await waitFor(() => expect(canvas.queryByRole("group", { name: "Looking back" })).toBeNull());
  },
};

export const OnADarkBoard: Story = { ...OnALiveBoard, globals: { theme: "dark" } };

/** An app leaves the control out. */
export const LeftOut: Story = {
  loaders: goingOn,
  render: framed(({ onReady }) => (
    <Whiteboard room="biology" user={YOU} onReady={onReady} components={{ Rewind: null }} />
  )),
  play: async ({ canvas }) => {
    await canvas.findByText("Recording");
    await expect(canvas.queryByRole("button", { name: "Look back" })).toBeNull();
  },
};

/** A paused replay of a live room falls behind, and says how far; it goes back to the newest moment by button or key. */
export const FallingBehind: Story = {
  loaders: goingOn,
  render: framed(replay),
  play: async ({ canvas, args }) => {
    await canvas.findByRole("slider", { name: "Position" });
    await waitFor(() => expect(args.onReady).toHaveBeenCalled());
    const { player } = handleOf<ReplayHandle>(args);
    await waitFor(() => expect(player.state.get().isLive).toBe(true));
    await player.seek(player.state.get().duration - 1000);
    await canvas.findByRole("button", { name: /0:\d\d behind\. Jump to live/ });
    canvas.getByRole("slider", { name: "Position" }).focus();
    await userEvent.keyboard("{End}");
    await expect(await canvas.findByRole("button", { name: "Live" })).toBeVisible();
  },
};

/** A new board of the moment shown. */
export const Continuing: Story = {
  loaders: [async (): Promise<Loaded> => ({ lesson: await recordedLesson() })],
  render: framed(replay, { width: 390, height: 700 }),
  play: async ({ canvas, args, loaded }) => {
    await canvas.findByRole("slider", { name: "Position" });
    await waitFor(() => expect(args.onReady).toHaveBeenCalled());
    await handleOf<ReplayHandle>(args).player.seek(40_000);
    await userEvent.click(canvas.getByRole("button", { name: "Continue from here" }));
    const field = await canvas.findByRole("textbox", { name: "Name of the new board" });
    await expect(field).toHaveValue("biology-2");
    await userEvent.clear(field);
    await userEvent.type(field, "no name");
    await userEvent.click(canvas.getByRole("button", { name: "Make it" }));
    await expect(await canvas.findByRole("alert")).toHaveTextContent("Use letters A to Z");
    await userEvent.clear(field);
    await userEvent.type(field, "biology{Enter}");
    await waitFor(() => expect(canvas.getByRole("alert")).toHaveTextContent("There is a board “biology” already."));
    await userEvent.clear(field);
    await userEvent.type(field, "biology-again{Enter}");
    await waitFor(() => expect(args.onFork).toHaveBeenCalledWith("biology-again"));
    const rooms = await (loaded as Loaded).lesson.transport.rooms();
    await expect(rooms.map(({ room }) => String(room))).toContain("biology-again");
  },
};

/** A recording that is a file at hand, without any transport of the app's. */
export const FromAFile: Story = {
  loaders: [
    async (): Promise<Loaded> => {
      const lesson = await recordedLesson();
      const pieces: Uint8Array<ArrayBuffer>[] = [];
      const source = lesson.transport.tape(roomId(lesson.room));
      await writeTapeFile(source, (bytes) => void pieces.push(bytes.slice()));
      return { lesson, file: new File(pieces, "cells.inktape") };
    },
  ],
  render: (args, { loaded, globals }) => (
    <Provider theme={globals.theme}>
      <Screen>
        <Replay src={(loaded as Loaded).file} onReady={args.onReady} />
      </Screen>
    </Provider>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("region", { name: /cells/ })).toBeVisible();
    const play = await canvas.findByRole("button", { name: "Play" });
    await waitFor(() => expect(play).not.toHaveAttribute("aria-disabled"));
    await expect(canvas.queryByRole("button", { name: "Continue from here" })).toBeNull();
  },
};
