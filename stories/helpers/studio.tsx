import type { ReactNode } from "react";
import {
  type InktapeProviderProps,
  type NewShape,
  type Shape,
  shapesOf,
  type Transport,
  virtualClock,
  type VirtualClock,
  Whiteboard,
  type WhiteboardHandle,
  type WhiteboardProps,
} from "../../src/index.js";
import { memory } from "../../src/transport/memory/index.js";
import { LESSON_START } from "../lesson/lesson.js";
import { Provider, Screen } from "./frame.js";
import { RunClock } from "./run-clock.js";

/** A room of a story's own, whose time goes by while the story is looked at, and the board once somebody is in the room. */
export interface Studio {
  readonly clock: VirtualClock;
  readonly transport: Transport;
  readonly opened: Promise<WhiteboardHandle>;
  open(handle: WhiteboardHandle): void;
  /** Moves time on, and lets everything that was sent on the way arrive. */
  advance(ms: number): Promise<void>;
}

/** Time moves in steps of at most so much; what is sent in memory travels in so many microtasks. */
const [STEP_MS, HOPS] = [50, 24];

/** Makes the studio; `transportOf` may make another transport than rooms in memory. */
export function studio(transportOf: (inner: Transport) => Transport = (inner) => inner): Studio {
  const clock = virtualClock(LESSON_START);
  let open: (handle: WhiteboardHandle) => void = () => undefined;
  const opened = new Promise<WhiteboardHandle>((resolve) => (open = resolve));
  return {
    clock,
    transport: transportOf(memory({ clock })),
    opened,
    open(handle) {
      const { self } = handle.client;
      if (self.get()) return open(handle);
      const stop = self.subscribe(() => {
        stop();
        open(handle);
      });
    },
    async advance(ms) {
      for (let left = ms; left > 0; left -= STEP_MS) {
        clock.advance(Math.min(STEP_MS, left));
        for (let hop = 0; hop < HOPS; hop += 1) await Promise.resolve();
      }
    },
  };
}

export interface StudioBoardProps
  extends Pick<InktapeProviderProps, "messages" | "direction">, Pick<WhiteboardProps, "role" | "isReadOnly"> {
  readonly theme: unknown;
  readonly studio: Studio;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** The whiteboard of a studio. */
export function StudioBoard({ studio, theme, width, height, role, isReadOnly, ...words }: StudioBoardProps): ReactNode {
  return (
    <Provider theme={theme} transport={studio.transport} clock={studio.clock} {...words}>
      <RunClock lesson={studio}>
        <Screen {...(width !== undefined && { width })} {...(height !== undefined && { height })}>
          <Whiteboard
            room="studio"
            role={role ?? "admin"}
            {...(isReadOnly !== undefined && { isReadOnly })}
            user={{ id: "you", name: "You Yourself", color: "#a04000" }}
            onReady={studio.open}
          />
        </Screen>
      </RunClock>
    </Provider>
  );
}

/** All shapes that are on the board, in the order in which they came. */
export function shapesOn(handle: WhiteboardHandle): readonly Shape[] {
  return [...shapesOf(handle.getBoard())];
}

/** A plain box to be put on a board. */
export function box(x: number, y: number, w: number, h: number): NewShape {
  return { kind: "rectangle", x, y, w, h, color: "blue", size: 4, seed: 7, fill: "solid" };
}
