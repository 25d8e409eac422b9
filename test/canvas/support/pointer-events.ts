/** A pointer over an element of the test's page, in CSS pixels from the element's top left corner. */
export class Fingertip {
  constructor(
    private readonly host: HTMLElement,
    private readonly init: PointerEventInit = {},
    /** When its events happen, milliseconds; without it as the browser says. */
    private readonly now: (() => number) | null = null,
  ) {}

  down(x: number, y: number, init: PointerEventInit = {}): boolean {
    return this.fire("pointerdown", x, y, { button: 0, buttons: 1, ...init });
  }

  /** Moves there in one event; `between` are places the device reported on the way. */
  move(
    x: number,
    y: number,
    init: PointerEventInit = {},
    between: readonly (readonly [number, number])[] = [],
  ): boolean {
    const coalescedEvents = [...between, [x, y] as const].map(([px, py]) => this.#event("pointermove", px, py, init));
    return this.fire("pointermove", x, y, { buttons: 1, ...init, coalescedEvents });
  }

  up(x: number, y: number, init: PointerEventInit = {}): boolean {
    return this.fire("pointerup", x, y, { button: 0, ...init });
  }

  fire(type: string, x: number, y: number, init: PointerEventInit = {}): boolean {
    return this.host.dispatchEvent(this.#event(type, x, y, init));
  }

  #event(type: string, x: number, y: number, init: PointerEventInit): PointerEvent {
    const { left, top } = this.host.getBoundingClientRect();
    const place = { clientX: left + x, clientY: top + y };
    const base = { bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true };
    const event = new PointerEvent(type, { ...base, ...this.init, ...init, ...place });
    if (this.now) Object.defineProperty(event, "timeStamp", { value: this.now() });
    return event;
  }
}
