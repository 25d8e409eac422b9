import type { ReactNode } from "react";
import { InktapeProvider } from "../../src/react/provider.js";
import { type VirtualClock, virtualClock } from "../../src/clock/virtual.js";
import { memory } from "../../src/transport/memory/index.js";
import type { Transport } from "../../src/transport/transport.js";

/** Rooms in memory, and time that moves only when a test says so. */
export interface World {
  readonly clock: VirtualClock;
  readonly transport: Transport;
  /** Moves time on, a frame at a time, and lets everything that was sent on the way arrive. */
  advance(ms: number): Promise<void>;
  /** Puts a provider of this world around something. */
  readonly Around: (props: { readonly children: ReactNode }) => ReactNode;
}

export const START = Date.UTC(2026, 2, 3, 14);
const FRAME_MS = 1000 / 60;

export function createWorld(): World {
  const clock = virtualClock(START);
  const transport = memory({ clock });
  return {
    clock,
    transport,
    async advance(ms) {
      for (let left = ms; left > 0; left -= FRAME_MS) {
        clock.advance(Math.min(FRAME_MS, left));
        await delivered();
      }
    },
    Around: ({ children }) => (
      <InktapeProvider transport={transport} clock={clock} theme="light">
        {children}
      </InktapeProvider>
    ),
  };
}

/** Lets everything that was sent in memory arrive: it travels in microtasks. */
export async function delivered(): Promise<void> {
  for (let hop = 0; hop < 24; hop += 1) await Promise.resolve();
}

/** A box for a component that fills what is around it. */
export function Box({ children }: { readonly children: ReactNode }) {
  return <div style={{ inlineSize: 760, blockSize: 480 }}>{children}</div>;
}

/** What a mouse would do on an element, at places relative to it. */
export class Mouse {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  down(x: number, y: number): void {
    this.#fire("pointerdown", x, y, 1);
  }

  move(x: number, y: number): void {
    this.#fire("pointermove", x, y, 1);
  }

  up(x: number, y: number): void {
    this.#fire("pointerup", x, y, 0);
  }

  click(x: number, y: number): void {
    this.down(x, y);
    this.up(x, y);
  }

  /** Draws a line of `steps` moves, and calls back after each. */
  async stroke(steps: number, afterEach: () => Promise<void>): Promise<void> {
    this.down(100, 100);
    for (let step = 1; step <= steps; step += 1) {
      this.move(100 + step * 5, 100 + Math.sin(step / 4) * 30);
      await afterEach();
    }
    this.up(100 + steps * 5, 100);
    await afterEach();
  }

  #fire(type: string, x: number, y: number, buttons: number): void {
    const { left, top } = this.#element.getBoundingClientRect();
    this.#element.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        pointerType: "mouse",
        isPrimary: true,
        button: type === "pointermove" ? -1 : 0,
        buttons,
        clientX: left + x,
        clientY: top + y,
      }),
    );
  }
}
