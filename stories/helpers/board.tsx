import { type ReactNode, useState } from "react";
import {
  FIRST_PAGE as FIRST,
  virtualClock,
  type WhiteboardHandle,
  Whiteboard,
  type InktapeProviderProps,
} from "../../src/index.js";
import { memory } from "../../src/transport/memory/index.js";
import { LESSON_START } from "../lesson/lesson.js";
import { Provider, Screen } from "./frame.js";

export interface BoardProps extends Pick<InktapeProviderProps, "messages" | "direction"> {
  readonly theme: unknown;
  readonly width?: number;
  readonly height?: number;
  readonly onReady?: (handle: WhiteboardHandle) => void;
}

const clock = virtualClock(LESSON_START);

/** A whiteboard of its own room with three shapes on it, for what is asked of its controls. */
export function BoardWithShapes({ theme, width, height, onReady, ...words }: BoardProps): ReactNode {
  const [transport] = useState(() => memory({ clock }));
  return (
    <Provider theme={theme} transport={transport} clock={clock} {...words}>
      <Screen {...(width !== undefined && { width })} {...(height !== undefined && { height })}>
        <Whiteboard
          room="controls"
          role="admin"
          user={{ id: "you", name: "You Yourself", color: "#a04000" }}
          onReady={(handle) => {
            drawOn(handle);
            onReady?.(handle);
          }}
        />
      </Screen>
    </Provider>
  );
}

/** Puts the shapes on the board as soon as the room has let in. */
function drawOn({ client }: WhiteboardHandle): void {
  const stop = client.self.subscribe(draw);
  draw();
  function draw() {
    if (!client.self.get()) return;
    stop();
    const base = { page: FIRST, size: 4, seed: 7 } as const;
    client.send([
      {
        type: "shape.add",
        shape: {
          ...base,
          id: client.newShapeId(),
          kind: "rectangle",
          x: 60,
          y: 140,
          w: 160,
          h: 100,
          color: "blue",
          fill: "hachure",
          order: "a1",
        },
      },
      {
        type: "shape.add",
        shape: {
          ...base,
          id: client.newShapeId(),
          kind: "ellipse",
          x: 250,
          y: 200,
          w: 120,
          h: 90,
          color: "red",
          fill: "solid",
          order: "a2",
        },
      },
      {
        type: "shape.add",
        shape: {
          ...base,
          id: client.newShapeId(),
          kind: "arrow",
          x: 225,
          y: 190,
          w: 40,
          h: 30,
          color: "black",
          order: "a3",
        },
      },
    ]);
  }
}
