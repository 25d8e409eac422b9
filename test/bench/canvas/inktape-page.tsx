import { createRoot } from "react-dom/client";
import {
  createRoomClient,
  type RoomClient,
  systemClock,
  Whiteboard,
  type WhiteboardHandle,
} from "../../../src/index.js";
import { orderAbove } from "../../../src/board/order.js";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { quantise } from "../../../src/signal/ink.js";
import type { Shape } from "../../../src/signal/shape.js";
import type { ShapeId } from "../../../src/signal/ids.js";
import { memory } from "../../../src/transport/memory/index.js";
import type { Element } from "./drawing.js";
import { offer } from "./page.js";

const ROOM = "bench";
/** Shapes to a message, so that none is too large. */
const BATCH = 100;
const STEP = 1 / 8;

const transport = memory();
let handle: WhiteboardHandle | null = null;
let size = { width: 0, height: 0 };

offer({
  async prepare(drawing) {
    size = drawing;
    const client = createRoomClient({ transport, room: ROOM, clock: systemClock(), random: Math.random });
    await until(client, () => client.status.get().state === "online");
    let order: string | null = null;
    for (let at = 0; at < drawing.elements.length; at += BATCH) {
      const signals = drawing.elements.slice(at, at + BATCH).map((element) => {
        order = orderAbove(order);
        return { type: "shape.add" as const, shape: shapeOf(element, client.newShapeId(), order) };
      });
      client.send(signals);
      await until(client, () => client.status.get().pending === 0);
    }
    client.close();
  },
  mount() {
    const root = document.getElementById("root") as HTMLElement;
    createRoot(root).render(
      <Whiteboard room={ROOM} transport={transport} theme="light" onReady={(ready) => (handle = ready)} />,
    );
  },
  showMiddle() {
    const view = handle?.view;
    if (!view) throw new Error("The whiteboard is not there yet.");
    const { width, height } = view.size.get();
    view.setCamera({ x: (size.width - width) / 2, y: (size.height - height) / 2, zoom: 1 });
  },
  takePen: () => document.querySelector<HTMLElement>(".inktape-canvas")?.focus(),
});

function shapeOf(element: Element, id: ShapeId, order: string): Shape {
  const { x, y } = { x: Math.round(element.x), y: Math.round(element.y) };
  const base = { id, page: FIRST_PAGE, order, x, y, color: "black", size: 2 };
  switch (element.kind) {
    case "ink": {
      const samples = element.samples.map(([dx, dy, t, pressure]) => ({ x: dx, y: dy, t, pressure }));
      return { ...base, kind: "ink", step: STEP, points: quantise(samples, { x: 0, y: 0, step: STEP, t: 0 }) };
    }
    case "text":
      return { ...base, kind: "text", text: element.text, fontSize: 20 };
    case "arrow":
      return { ...base, kind: "arrow", w: element.w, h: element.h, seed: 1 + Math.round(element.x) };
    default:
      return { ...base, kind: element.kind, w: element.w, h: element.h, fill: "none", seed: 1 + Math.round(element.x) };
  }
}

function until(client: RoomClient, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = client.status.subscribe(check);
    check();
  });
}
