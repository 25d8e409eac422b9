import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { createRoomClient, type RoomClient, type Transport } from "../src/index.js";
import { arabic } from "../src/react/messages/ar.js";
import { ENGLISH } from "../src/react/messages/en.js";
import type { Messages } from "../src/react/messages/messages.js";
import { box, studio, type Studio, StudioBoard, type StudioBoardProps } from "./helpers/studio.js";
import { cuttable, silent } from "./helpers/transports.js";

/** The screen that a story is shown on. */
type Shown = Pick<StudioBoardProps, "width" | "height" | "messages">;

const PHONE = { shown: { width: 360, height: 640 } };
const TABLET = { shown: { width: 768, height: 800 } };
const MIRRORED = { shown: { messages: arabic } };
const MIRRORED_PHONE = { shown: { ...PHONE.shown, messages: arabic } };
/** Where a connection is told to those who see it: others have it read out. */
const BADGE = { selector: ".inktape-connection span" };
const DARK = { theme: "dark" };

const meta = {
  title: "Whiteboard/States",
  args: { role: "writer" },
  loaders: [() => loadRoom()],
  render: (args, { loaded, globals, parameters }) => {
    const { studio: own } = loaded as unknown as Loaded;
    return <StudioBoard {...args} {...shownIn(parameters)} theme={globals["theme"]} studio={own} />;
  },
} satisfies Meta<Pick<StudioBoardProps, "role" | "isReadOnly">>;
export default meta;

type Story = StoryObj<typeof meta>;

interface Loaded {
  readonly studio: Studio;
  /** Somebody else, who may do everything in the room. */
  readonly admin: RoomClient;
}

interface Played extends Loaded {
  readonly canvas: ReturnType<typeof within>;
  readonly messages: Messages;
}

function loadRoom(transportOf?: (inner: Transport) => Transport): Loaded {
  const own = studio(transportOf);
  const { transport, clock } = own;
  const user = { id: "ana", name: "Ana Moreau", color: "#a8317c" };
  const admin = createRoomClient({ transport, clock, user, room: "studio", role: "admin", random: Math.random });
  return { studio: own, admin };
}

function shownIn(parameters: object): Shown {
  return (parameters as { shown?: Shown }).shown ?? {};
}

/** A play function that in the end looks whether all that floats over the board lies on it. */
function played(act: (played: Played) => Promise<void>): NonNullable<Story["play"]> {
  return async ({ canvasElement, loaded, parameters }) => {
    const canvas = within(canvasElement);
    const messages = (shownIn(parameters).messages as Messages | undefined) ?? ENGLISH;
    await act({ ...(loaded as unknown as Loaded), canvas, messages });
    const root = canvas.getByRole("region", { name: messages.whiteboardOf("studio") });
    await expect(getComputedStyle(root).direction).toBe(messages.direction);
    const { left, right } = root.getBoundingClientRect();
    for (const part of root.querySelectorAll("[role=toolbar], .inktape-badge, .inktape-screen")) {
      const at = part.getBoundingClientRect();
      await expect([at.left >= left, at.right <= right]).toEqual([true, true]);
    }
  };
}

/** A page with nothing on it says what to do. */
export const Empty: Story = {
  play: played(async ({ canvas, messages }) => {
    await expect(await canvas.findByText(messages.emptyTitle)).toBeVisible();
    await expect(await canvas.findByRole("toolbar", { name: messages.tools })).toBeVisible();
  }),
};
export const EmptyPhone: Story = { ...Empty, parameters: PHONE };
export const EmptyTablet: Story = { ...Empty, parameters: TABLET };
export const EmptyMirrored: Story = { ...Empty, parameters: MIRRORED };
export const EmptyMirroredPhone: Story = { ...Empty, parameters: MIRRORED_PHONE, globals: DARK };

/** The room has not answered yet. */
export const Loading: Story = {
  loaders: [() => loadRoom(silent)],
  play: played(async ({ canvas, messages }) => {
    await expect(await canvas.findByText(messages.loading)).toBeVisible();
    await expect(canvas.queryByRole("toolbar")).toBeNull();
  }),
};
export const LoadingDarkPhone: Story = { ...Loading, parameters: PHONE, globals: DARK };

/** Without a connection drawing goes on. */
export const Offline: Story = {
  loaders: [() => loadRoom(cuttable)],
  play: played(async ({ canvas, messages, studio: { opened, transport } }) => {
    const handle = await opened;
    (transport as ReturnType<typeof cuttable>).cut();
    await expect(await canvas.findByText(messages.connection.offline, BADGE)).toBeVisible();
    handle.add([box(120, 200, 120, 80)]);
    await waitFor(() =>
      expect(canvas.getByText(messages.pending(1), { exact: false, selector: "small" })).toBeInTheDocument(),
    );
    await expect(canvas.getByRole("button", { name: messages.tryAgain })).toBeVisible();
  }),
};
export const OfflinePhone: Story = { ...Offline, parameters: PHONE };
export const OfflineTablet: Story = { ...Offline, parameters: TABLET, globals: DARK };
export const OfflineMirrored: Story = { ...Offline, parameters: MIRRORED };

/** Why somebody cannot draw is said: the app, their role, or an admin. */
export const ReadOnlyByApp: Story = {
  args: { isReadOnly: true },
  play: played(({ canvas, messages }) => cannotDraw(canvas, messages, "app")),
};
export const ReadOnlyByRole: Story = {
  args: { role: "reader" },
  play: played(({ canvas, messages }) => cannotDraw(canvas, messages, "role")),
};
export const ReadOnlyByAdmin: Story = {
  play: played(async ({ canvas, messages, admin, studio: { opened } }) => {
    await opened;
    await expect(await canvas.findByRole("toolbar", { name: messages.tools })).toBeVisible();
    admin.send([{ type: "access.set", user: "you", access: "reader" }]);
    await cannotDraw(canvas, messages, "admin");
  }),
};
export const ReadOnlyPhone: Story = { ...ReadOnlyByAdmin, parameters: PHONE };
export const ReadOnlyTablet: Story = { ...ReadOnlyByRole, parameters: TABLET };
export const ReadOnlyMirrored: Story = { ...ReadOnlyByApp, parameters: MIRRORED, globals: DARK };

async function cannotDraw(canvas: Played["canvas"], messages: Messages, reason: "app" | "role" | "admin") {
  await expect(await canvas.findByText(messages.readOnlyHint[reason])).toBeInTheDocument();
  await expect(canvas.getByText(messages.readOnly)).toBeVisible();
  await waitFor(() => expect(canvas.queryByRole("toolbar", { name: messages.tools })).toBeNull());
}

/** Somebody whom an admin has removed is told so. */
export const Removed: Story = {
  play: played(async ({ canvas, messages, admin, studio: { opened } }) => {
    await opened;
    admin.send([{ type: "access.set", user: "you", access: "none" }]);
    await expect(await canvas.findByText(messages.connection.denied, BADGE)).toBeVisible();
    await expect(canvas.getAllByText(/An admin of this room has removed you/).length).toBeGreaterThan(0);
    await expect(canvas.queryByRole("button", { name: messages.tryAgain })).toBeNull();
  }),
};
export const RemovedDark: Story = { ...Removed, globals: DARK };
export const RemovedPhone: Story = { ...Removed, parameters: PHONE };

/** The room cannot be reached; trying again is up to the person. */
export const Unreachable: Story = {
  loaders: [
    () => {
      const loaded = loadRoom((inner) => cuttable({ ...silent(), assets: inner.assets }));
      (loaded.studio.transport as ReturnType<typeof cuttable>).cut();
      return loaded;
    },
  ],
  play: played(async ({ canvas, messages }) => {
    await expect(await canvas.findByRole("heading", { name: messages.unreachable })).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: messages.tryAgain }));
    await expect(await canvas.findByRole("button", { name: messages.tryAgain })).toBeVisible();
  }),
};
export const UnreachablePhone: Story = { ...Unreachable, parameters: PHONE };
export const UnreachableMirrored: Story = { ...Unreachable, parameters: MIRRORED, globals: DARK };
