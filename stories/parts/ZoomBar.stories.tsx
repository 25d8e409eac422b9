import type { Meta, StoryObj } from "@storybook/react-vite";
import { useCallback } from "react";
import { expect, userEvent } from "storybook/test";
import { createView, EMPTY_BOARD, systemClock } from "../../src/index.js";
import { useHost } from "../../src/react/parts/use-host.js";
import { ZoomBar } from "../../src/react/parts/zoom-bar.js";
import { useResource } from "../../src/react/use-resource.js";
import { Ground } from "../helpers/frame.js";

const meta = {
  title: "Parts/ZoomBar",
  render: (_, { globals }) => (
    <Ground theme={globals.theme}>
      <OfEmptyBoard />
    </Ground>
  ),
} satisfies Meta;
export default meta;

export const Plain: StoryObj = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Zoom in" }));
    await expect(canvas.getByRole("button", { name: "125 %, set to 100 %" })).toBeVisible();
    await userEvent.click(canvas.getByRole("button", { name: "Zoom out" }));
    await userEvent.click(canvas.getByRole("button", { name: "Zoom out" }));
    await userEvent.click(canvas.getByRole("button", { name: "80 %, set to 100 %" }));
    await expect(canvas.getByRole("button", { name: "100 %, set to 100 %" })).toBeVisible();
  },
};

function OfEmptyBoard() {
  const [host, hostRef] = useHost<HTMLDivElement>();
  const open = useCallback(() => {
    if (!host) return null;
    const picture = () => ({ board: EMPTY_BOARD, time: 0, self: null });
    const view = createView(host, { clock: systemClock(), picture });
    return { value: view, close: () => view.destroy() };
  }, [host]);
  const view = useResource(open);
  return (
    <>
      <div ref={hostRef} style={{ blockSize: 80 }} />
      <div style={{ display: "inline-flex" }}>{view && <ZoomBar view={view} />}</div>
    </>
  );
}
