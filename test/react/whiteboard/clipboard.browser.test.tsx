import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page } from "vitest/browser";
import { shapesOf } from "../../../src/board/leaves.js";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { Shape } from "../../../src/signal/shape.js";
import { Whiteboard } from "../../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { exportSvg } from "../../../src/canvas/out/page-picture.js";
import { imageFile } from "../../canvas/support/images.js";
import { rectangle } from "../../board/log.js";
import { arrow, box, excalidrawFile } from "../../document/excalidraw/samples.js";
import { Box, createWorld, Mouse, type World } from "../helpers.js";

let world: World;
let handles: WhiteboardHandle[];
beforeEach(() => {
  world = createWorld();
  handles = [];
});
afterEach(() => cleanup());

/** Two boards of two rooms beside each other. */
async function twoBoards(props: { readonly hasKeys?: boolean } = {}) {
  const onReady = (handle: WhiteboardHandle) => void handles.push(handle);
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="from" onReady={onReady} {...props} />
      </Box>
      <Box>
        <Whiteboard room="to" onReady={onReady} {...props} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => handles.length).toBe(2);
  await world.advance(50);
  return handles as [WhiteboardHandle, WhiteboardHandle];
}

const shapesIn = ({ client }: WhiteboardHandle): readonly Shape[] => [...shapesOf(client.board.get()!)];
const canvasAt = (index: number) => document.querySelectorAll<HTMLElement>(".inktape-canvas")[index]!;

/** Does on a board what the browser does when somebody copies, cuts or pastes there. */
function clipboard(index: number, type: "copy" | "cut" | "paste", data = new DataTransfer()): DataTransfer {
  canvasAt(index).focus();
  canvasAt(index).dispatchEvent(new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true }));
  return data;
}

function press(index: number, key: string, modifiers: KeyboardEventInit = {}): void {
  canvasAt(index).focus();
  for (const type of ["keydown", "keyup"]) {
    canvasAt(index).dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true, ...modifiers }));
  }
}

function withText(text: string): DataTransfer {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  return data;
}

/** A bound pair of shapes on a board, all selected. */
function drawPair({ client }: WhiteboardHandle): void {
  const [a, b] = [client.newShapeId(), client.newShapeId()];
  const { fill: _, ...line } = rectangle(0, { id: b, x: 300, w: -150, h: 0, y: 60 });
  client.send([
    { type: "shape.add", shape: rectangle(0, { id: a, page: FIRST_PAGE, x: 20, y: 40, group: "g" }) },
    { type: "shape.add", shape: { ...line, kind: "arrow", endId: a, group: "g" } },
  ]);
}

test("shapes go from one room to another by copy and paste, bound and grouped as they were, in one step", async () => {
  const [from, to] = await twoBoards();
  drawPair(from);
  press(0, "a", { ctrlKey: true });
  const data = clipboard(0, "copy");
  expect(data.getData("text/plain")).toContain('"inktape/clipboard"');
  clipboard(1, "paste", data);
  await expect.poll(() => shapesIn(to).length).toBe(2);
  const [shape, line] = shapesIn(to) as [Shape, Shape];
  expect(line).toMatchObject({ kind: "arrow", endId: shape.id, group: (shape as { group?: string }).group });
  to.client.undo();
  expect(shapesIn(to)).toEqual([]);
});

test("what is cut is gone, and pasted in place is where it was", async () => {
  const [from] = await twoBoards();
  drawPair(from);
  const before = shapesIn(from).map(({ x, y }) => [x, y]);
  press(0, "a", { ctrlKey: true });
  const data = clipboard(0, "cut");
  expect(shapesIn(from)).toEqual([]);
  canvasAt(0).dispatchEvent(
    new KeyboardEvent("keydown", { key: "V", ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }),
  );
  clipboard(0, "paste", data);
  await expect.poll(() => shapesIn(from).length).toBe(2);
  expect(shapesIn(from).map(({ x, y }) => [x, y])).toEqual(before);
});

/** A board with a picture on it, which is selected. */
async function drawPicture(handle: WhiteboardHandle): Promise<string> {
  const asset = await handle.client.assets.put(new Uint8Array(await (await imageFile(40, 30)).arrayBuffer()));
  handle.select(handle.add([{ kind: "image", x: 10, y: 10, w: 40, h: 30, color: "black", size: 1, asset }]));
  return asset;
}

test("a picture goes to another room once it was read, and what was copied before that says that it is missing", async () => {
  const [from, to] = await twoBoards();
  const asset = await drawPicture(from);
  const written = vi.spyOn(navigator.clipboard, "write").mockResolvedValue();
  const atOnce = clipboard(0, "copy");
  clipboard(1, "paste", atOnce);
  await expect.element(page.getByText("1 picture could not be had", { exact: false })).toBeVisible();
  expect(shapesIn(to)).toHaveLength(1);
  const [[[item]]] = written.mock.calls as unknown as [[[ClipboardItem]]];
  const later = await (await item.getType("text/plain")).text();
  written.mockRestore();
  clipboard(1, "paste", withText(later));
  await expect.poll(() => shapesIn(to)).toHaveLength(2);
  expect((await to.client.assets.get(asset)).bytes).toEqual((await from.client.assets.get(asset)).bytes);
});

test("an SVG that was made of a board becomes its shapes again, any other a picture", async () => {
  const [from, to] = await twoBoards();
  const asset = await drawPicture(from);
  drawPair(from);
  const svg = await exportSvg(from.getBoard(), FIRST_PAGE, { assets: from.client.assets });
  clipboard(1, "paste", withText(svg));
  await expect.poll(() => shapesIn(to).map(({ kind }) => kind)).toEqual(["image", "rectangle", "arrow"]);
  expect((await to.client.assets.get(asset)).mediaType).toBe("image/png");
  to.client.undo();
  const foreign = svg.replace(/<metadata.*<\/metadata>/s, "");
  const data = new DataTransfer();
  data.items.add(new File([foreign], "drawing.svg", { type: "image/svg+xml" }));
  clipboard(1, "paste", data);
  await expect.poll(() => shapesIn(to).map(({ kind }) => kind)).toEqual(["image"]);
});

test("what of an Excalidraw file could not be taken is said", async () => {
  await twoBoards();
  const image = { type: "image", x: 0, y: 0, width: 40, height: 30, fileId: "gone", scale: [1, 1] };
  const file = excalidrawFile(box, image, { ...box, type: "embeddable" });
  clipboard(0, "paste", withText(JSON.stringify(file)));
  await expect.element(page.getByText("Left out: 1 element and 1 picture.")).toBeVisible();
});

test("text becomes a text where the pointer is", async () => {
  const [board] = await twoBoards();
  new Mouse(canvasAt(0)).move(200, 150);
  const place = board.view.toBoard({ x: 200, y: 150 });
  clipboard(0, "paste", withText("Photosynthesis\r\nneeds light\n"));
  await expect.poll(() => shapesIn(board).length).toBe(1);
  expect(shapesIn(board)[0]).toMatchObject({ kind: "text", text: "Photosynthesis\nneeds light", ...place });
});

test("what was copied in Excalidraw is pasted, and what is broken says why and changes nothing", async () => {
  const [board] = await twoBoards();
  const file = excalidrawFile(box, arrow);
  clipboard(0, "paste", withText(JSON.stringify({ ...file, type: "excalidraw/clipboard" })));
  await expect.poll(() => shapesIn(board).map(({ kind }) => kind)).toEqual(["rectangle", "arrow"]);
  clipboard(0, "paste", withText(JSON.stringify({ type: "inktape/clipboard", version: 1, shapes: {} })));
  await world.advance(50);
  expect(shapesIn(board)).toHaveLength(2);
});

test("with keys off, the clipboard is left to the app", async () => {
  const [board] = await twoBoards({ hasKeys: false });
  clipboard(0, "paste", withText("not for the board"));
  await world.advance(50);
  expect(shapesIn(board)).toEqual([]);
});
