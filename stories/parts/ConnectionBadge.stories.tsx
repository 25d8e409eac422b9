import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, userEvent } from "storybook/test";
import { InktapeError } from "../../src/index.js";
import { ConnectionBadge } from "../../src/react/whiteboard/connection-badge.js";
import { Ground } from "../helpers/frame.js";

const meta = {
  title: "Parts/ConnectionBadge",
  component: ConnectionBadge,
  args: { status: { state: "online", error: null, pending: 0 }, canDraw: true, onTryAgain: fn() },
  render: (args, { globals }) => (
    <Ground theme={globals.theme}>
      <ConnectionBadge {...args} />
    </Ground>
  ),
} satisfies Meta<typeof ConnectionBadge>;
export default meta;

type Story = StoryObj<typeof meta>;

export const Connecting: Story = { args: { status: { state: "connecting", error: null, pending: 0 } } };

export const Online: Story = {};

export const Offline: Story = {
  args: { status: { state: "offline", error: new InktapeError("offline", "The connection was lost."), pending: 12 } },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByText(/Drawing goes on and will be sent. 12 changes to send./)).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Try again" }));
    await expect(args.onTryAgain).toHaveBeenCalledOnce();
  },
};

export const Suspended: Story = {
  args: { status: { state: "suspended", error: new InktapeError("log-failed", "The disk is full."), pending: 3 } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Cannot be saved right now/)).toBeVisible();
    await expect(canvas.getByText(/Drawing goes on and will be sent. 3 changes to send./)).toBeVisible();
    await expect(canvas.queryByRole("button")).toBeNull();
  },
};

export const Denied: Story = {
  args: {
    status: { state: "denied", error: new InktapeError("denied", "You were taken out of this room."), pending: 0 },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText("You were taken out of this room.")).toBeVisible();
    await expect(canvas.queryByRole("button")).toBeNull();
  },
};

export const Closed: Story = { args: { status: { state: "closed", error: null, pending: 0 } } };

export const OfflineInTheDark: Story = { ...Offline, globals: { theme: "dark" } };
