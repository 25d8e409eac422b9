import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { memory } from "../src/transport/memory/index.js";
import {
  createRoomClient,
  FIRST_PAGE,
  type RoomClient,
  type Transport,
  virtualClock,
  Whiteboard,
} from "../src/index.js";
import { presentation } from "../src/board/presenter.js";
import { Provider, Screen } from "./helpers/frame.js";
import { LESSON_START } from "./lesson/lesson.js";

const clock = virtualClock(LESSON_START);

/** Lets pass on the stories' clock what a signal takes there and back, and what a view needs to follow. */
async function moveOn(): Promise<void> {
  for (let step = 0; step < 12; step++) {
    for (let hop = 0; hop < 8; hop++) await Promise.resolve();
    clock.advance(50);
  }
}

interface Loaded {
  readonly transport: Transport;
  readonly ana: RoomClient;
}

/** A room in which Ana and two others are already, and Ana looks at something. */
async function loadRoom(): Promise<Loaded> {
  const transport = memory({ clock });
  const join = (name: string, color: string, role: "writer" | "reader" = "writer") =>
    createRoomClient({
      transport,
      clock,
      room: "people",
      role,
      random: Math.random,
      user: { id: name.toLowerCase(), name, color },
    });
  const ana = join("Ana Moreau", "#a8317c");
  await moveOn();
  join("Ben Okafor with a name that is long", "#1f5fbf");
  join("李 小龙", "#2e7031", "reader");
  await moveOn();
  const shape = { page: FIRST_PAGE, color: "blue", size: 4, seed: 7, kind: "ellipse", fill: "hachure" } as const;
  ana.send([
    { type: "page.add", id: ana.newPageId(), name: "Homework", order: "a5" },
    { type: "shape.add", shape: { ...shape, id: ana.newShapeId(), order: "a0", x: 40, y: 20, w: 260, h: 160 } },
    { type: "camera", camera: { page: FIRST_PAGE, x: 170, y: 100, zoom: 1.2 } },
  ]);
  await moveOn();
  return { transport, ana };
}

const meta = {
  title: "People",
  component: Whiteboard,
  args: { room: "people", user: { id: "you", name: "You Yourself", color: "#a04000" }, role: "admin" },
  loaders: [loadRoom],
  render: (args, { loaded, globals, parameters }) => (
    <Provider theme={globals.theme} transport={(loaded as Loaded).transport} clock={clock}>
      <Screen {...(parameters as { size?: { width: number; height: number } }).size}>
        <Whiteboard {...args} />
      </Screen>
    </Provider>
  ),
} satisfies Meta<typeof Whiteboard>;
export default meta;

type Story = StoryObj<typeof meta>;

const PHONE = { size: { width: 360, height: 640 } };

/** An admin's list of everybody in the room, and the question before somebody is removed. */
export const MemberListOfAnAdmin: Story = {
  play: async ({ canvas, loaded }) => {
    await moveOn();
    const { ana } = loaded as Loaded;
    const stroke = { id: ana.newShapeId(), kind: "ink", page: FIRST_PAGE, order: "a2", x: 0, y: 0 } as const;
    ana.send([{ type: "ink.begin", shape: { ...stroke, color: "red", size: 4, step: 1 } }]);
    await moveOn();
    await userEvent.click(await canvas.findByRole("button", { name: "People: 4" }));
    const list = within(await canvas.findByRole("dialog", { name: "People in this room" }));
    await expect(list.getByText("You Yourself (you)")).toBeVisible();
    await expect(list.getByRole("img", { name: "Drawing now" })).toBeVisible();
    await expect(list.getByText("on Page 1")).toBeVisible();
    await expect(list.getByRole("combobox", { name: "What Ana Moreau may do" })).toHaveValue("writer");
    await userEvent.click(list.getByRole("button", { name: "Remove Ana Moreau" }));
    await expect(list.getByText("Remove Ana Moreau and keep them out of this room?")).toBeVisible();
  },
};

export const MemberListDark: Story = { ...MemberListOfAnAdmin, globals: { theme: "dark" } };
export const MemberListNarrow: Story = { ...MemberListOfAnAdmin, parameters: PHONE };

/** What somebody sees who is no admin: who is there, and no way to rule. */
export const MemberListOfAWriter: Story = {
  args: { role: "writer" },
  play: async ({ canvas }) => {
    await moveOn();
    await userEvent.click(await canvas.findByRole("button", { name: "People: 4" }));
    const list = within(await canvas.findByRole("dialog", { name: "People in this room" }));
    await expect(list.queryAllByRole("combobox")).toHaveLength(0);
    await expect(list.getByText(/View only/)).toBeVisible();
    await expect(list.getByRole("button", { name: "Present to everyone" })).toBeVisible();
  },
};

/** The view of somebody else, framed in their colour. */
export const Following: Story = {
  play: async ({ canvas }) => {
    await moveOn();
    const people = within(await canvas.findByRole("list", { name: "People" }));
    await userEvent.click(people.getByRole("button", { name: "Follow Ana Moreau" }));
    await moveOn();
    await expect(await canvas.findByText("Following Ana Moreau")).toBeVisible();
    await waitFor(() => expect(canvas.getByText(/^120\s?%$/)).toBeInTheDocument());
  },
};

export const FollowingDark: Story = { ...Following, globals: { theme: "dark" } };

/** On a phone there is room for how many are here, and whom to follow is chosen in the list. */
export const FollowingNarrow: Story = {
  parameters: PHONE,
  play: async ({ canvas }) => {
    await moveOn();
    await expect(canvas.queryByRole("list", { name: "People" })).toBeNull();
    await userEvent.click(await canvas.findByRole("button", { name: "People: 4" }));
    const list = within(await canvas.findByRole("dialog", { name: "People in this room" }));
    await userEvent.click(list.getByRole("button", { name: "Follow Ana Moreau" }));
    await moveOn();
    await expect(await canvas.findByText("Following Ana Moreau")).toBeVisible();
    await waitFor(() => expect(canvas.getByText(/^120\s?%$/)).toBeInTheDocument());
  },
};

/** Ana presents: everybody follows, until they look elsewhere. */
export const Presented: Story = {
  play: async ({ canvas, loaded }) => {
    await moveOn();
    const { ana } = loaded as Loaded;
    ana.send([presentation(ana.self.get()?.member ?? null)]);
    await moveOn();
    await expect(await canvas.findByText("Ana Moreau is presenting")).toBeVisible();
    await waitFor(() => expect(canvas.getByText(/^120\s?%$/)).toBeInTheDocument());
  },
};

/** On one's own way while somebody presents. */
export const Freedom: Story = {
  play: async ({ canvas, loaded }) => {
    await moveOn();
    const { ana } = loaded as Loaded;
    ana.send([presentation(ana.self.get()?.member ?? null)]);
    await moveOn();
    await userEvent.click(await canvas.findByRole("button", { name: "Zoom in" }));
    await moveOn();
    await expect(await canvas.findByText("Follow again")).toBeVisible();
  },
};

/** What the presenter sees. */
export const Presenting: Story = {
  play: async ({ canvas }) => {
    await moveOn();
    await userEvent.click(await canvas.findByRole("button", { name: "People: 4" }));
    await userEvent.click(canvas.getByRole("button", { name: "Present to everyone" }));
    await moveOn();
    await expect(await canvas.findByText("You are presenting to everyone")).toBeVisible();
  },
};
export const PresentingNarrow: Story = { ...Presenting, parameters: PHONE };
