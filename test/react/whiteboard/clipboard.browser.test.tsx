import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { shapesOf } from "../../../src/board/leaves.js";
import { FIRST_PAGE } from "../../../src/board/board.js";
import type { Shape } from "../../../src/signal/shape.js";
import { Whiteboard } from "../../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
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
