import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { dropOn, picturesOn, slowPictures } from "./helpers/pictures.js";
import { type Loaded, type Scene, whenOpen } from "./helpers/scene.js";
import { studio, StudioBoard } from "./helpers/studio.js";

const meta = {
  title: "Whiteboard/Pictures",
  loaders: [() => ({ studio: studio() })],
  render: (_, { loaded, globals }) => <StudioBoard theme={globals["theme"]} studio={(loaded as Loaded).studio} />,
} satisfies Meta;
export default meta;

type Story = StoryObj<typeof meta>;

/** Drops a picture on the board, and waits for what can be done with it. */
async function withPicture({ canvas, handle, hand }: Scene): Promise<ReturnType<typeof within>> {
  await dropOn(hand.board, 400, 250);
  await waitFor(() => expect(picturesOn(handle)).toHaveLength(1));
  return within(await canvas.findByRole("toolbar", { name: "Picture" }));
}

/** The part of a picture that is shown, by its handles and by keys. */
export const CropEditor: Story = {
  play: whenOpen(async (scene) => {
    const { canvas } = scene;
    const bar = await withPicture(scene);
    await userEvent.click(bar.getByRole("button", { name: "Crop" }));
    const crop = within(await canvas.findByRole("group", { name: "Crop the picture" }));
    (await crop.findByRole("button", { name: "Left side" })).focus();
    await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}");
    await expect(crop.getByRole("button", { name: "Done" })).toBeVisible();
  }),
};
export const CropEditorDark: Story = { ...CropEditor, globals: { theme: "dark" } };

/** What a picture shows is told to those who cannot see it. */
export const Description: Story = {
  play: whenOpen(async (scene) => {
    const { canvas, handle } = scene;
    const bar = await withPicture(scene);
    await expect(canvas.getByText("Picture without a description")).toBeInTheDocument();
    await userEvent.click(bar.getByRole("button", { name: "Describe the picture" }));
    const panel = within(await canvas.findByRole("dialog", { name: "Description" }));
    await userEvent.type(panel.getByRole("textbox", { name: "Description" }), "A hill");
    await userEvent.click(panel.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(picturesOn(handle)).toMatchObject([{ alt: "A hill" }]));
    await expect(await canvas.findByText("Picture: A hill")).toBeInTheDocument();
    await userEvent.click(await canvas.findByRole("button", { name: "Describe the picture" }));
    await expect(await canvas.findByRole("textbox", { name: "Description" })).toHaveValue("A hill");
  }),
};

/** As often a picture that waits is tried again; milliseconds. */
const RETRY_MS = 5000;

const slow = () => ({ studio: studio(slowPictures) });
/** Drops a picture on the board, and waits until it is on its way. */
async function sendPicture({ canvas, hand }: Scene): Promise<void> {
  await dropOn(hand.board, 400, 250);
  await canvas.findByText("Sending…");
}

const pipeOf = ({ studio: { transport } }: Scene) => transport as ReturnType<typeof slowPictures>;

/** A picture on its way is where it will be. */
export const Sending: Story = {
  loaders: [slow],
  play: whenOpen(async ({ canvas, handle, hand }) => {
    await dropOn(hand.board, 400, 250);
    await expect(await canvas.findByText("Sending…")).toBeVisible();
    await expect(picturesOn(handle)).toEqual([]);
  }),
};

/** Without a connection a picture waits where it will be, and says so. */
export const WaitingOffline: Story = {
  loaders: [slow],
  play: whenOpen(async (scene) => {
    const { canvas, handle } = scene;
    await sendPicture(scene);
    pipeOf(scene).fail("offline");
    const sentence = await canvas.findByText("Waiting for the connection…");
    await expect(sentence).toBeVisible();
    await expect(sentence.closest("[role=status]")).not.toBeNull();
    await expect(canvas.getByRole("button", { name: "Remove" })).toBeVisible();
    await expect(picturesOn(handle)).toEqual([]);
  }),
};
export const WaitingOfflineDark: Story = { ...WaitingOffline, globals: { theme: "dark" } };

/** What waited for the connection is sent when there is one again, without a word. */
export const SentAfterOffline: Story = {
  loaders: [slow],
  play: whenOpen(async (scene) => {
    const { canvas, handle, studio: own } = scene;
    await sendPicture(scene);
    pipeOf(scene).fail("offline");
    await canvas.findByText("Waiting for the connection…");
    pipeOf(scene).letThrough();
    await own.advance(RETRY_MS);
    await waitFor(() => expect(picturesOn(handle)).toHaveLength(1));
    await waitFor(() => expect(canvas.queryByText("Waiting for the connection…")).toBeNull());
  }),
};

/** A picture that the room did not take says why, and can be tried again. */
export const Failed: Story = {
  loaders: [slow],
  play: whenOpen(async (scene) => {
    const { canvas, handle } = scene;
    await sendPicture(scene);
    pipeOf(scene).fail();
    await expect(await canvas.findByText(/the room has no place for more/)).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Try again" }));
    await canvas.findByText("Sending…");
    await expect(picturesOn(handle)).toEqual([]);
    pipeOf(scene).fail();
    await expect(await canvas.findByRole("button", { name: "Remove" })).toBeVisible();
  }),
};
export const FailedDark: Story = { ...Failed, globals: { theme: "dark" } };

/** What could not be sent at first is there after another try. */
export const TriedAgain: Story = {
  loaders: [slow],
  play: whenOpen(async (scene) => {
    const { canvas, handle } = scene;
    await sendPicture(scene);
    pipeOf(scene).fail();
    const again = await canvas.findByRole("button", { name: "Try again" });
    pipeOf(scene).letThrough();
    await userEvent.click(again);
    await waitFor(() => expect(picturesOn(handle)).toHaveLength(1));
    await waitFor(() => expect(canvas.queryByText("Sending…")).toBeNull());
  }),
};
