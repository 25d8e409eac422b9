import { userEvent, type within } from "storybook/test";

export type Canvas = ReturnType<typeof within>;
/** A place on the screen, in CSS pixels from the board's top left corner. */
export type Place = readonly [x: number, y: number];

/** A mouse over the board of a story: what it does reaches the board as pointer events. */
export interface Hand {
  readonly board: HTMLElement;
  move(place: Place, init?: PointerEventInit): void;
  /** Goes down at the first place and through the others, and stays down. */
  hold(places: readonly Place[], init?: PointerEventInit): void;
  /** Goes down at the first place, through the others, and up at the last. */
  drag(places: readonly Place[], init?: PointerEventInit): void;
  release(place: Place): void;
}

/** Puts a hand over the board of the story that is shown. */
export async function handOn(canvas: Canvas): Promise<Hand> {
  const board = await canvas.findByRole("application", { name: "Board" });
  const fire = (type: string, [x, y]: Place, init: PointerEventInit) => {
    const { left, top } = board.getBoundingClientRect();
    const base = { bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true };
    board.dispatchEvent(new PointerEvent(type, { ...base, clientX: left + x, clientY: top + y, ...init }));
  };
  const release = (place: Place) => fire("pointerup", place, { button: 0, buttons: 0 });
  const hold = ([first, ...others]: readonly Place[], init: PointerEventInit = {}) => {
    if (!first) return;
    fire("pointerdown", first, { button: 0, buttons: 1, ...init });
    for (const place of others) fire("pointermove", place, { button: -1, buttons: 1, ...init });
  };
  return {
    board,
    hold,
    release,
    move: (place, init = {}) => fire("pointermove", place, { button: -1, buttons: 0, ...init }),
    drag(places, init) {
      hold(places, init);
      release(places.at(-1) ?? [0, 0]);
    },
  };
}

/** The way straight from one place to another, with places between. */
export function straight([fromX, fromY]: Place, [toX, toY]: Place): readonly Place[] {
  const steps = [0, 0.25, 0.5, 0.75, 1];
  return steps.map((part) => [fromX + part * (toX - fromX), fromY + part * (toY - fromY)]);
}

/** Takes a tool from the bar, or from the menu of those that the bar has no room for. */
export async function take(canvas: Canvas, tool: string): Promise<void> {
  const tools = await canvas.findByRole("toolbar", { name: "Tools" });
  const button = [...tools.querySelectorAll("button")].find((each) => each.ariaLabel === tool);
  if (button) return userEvent.click(button);
  await userEvent.click(canvas.getByRole("button", { name: /^More tools/ }));
  await userEvent.click(await canvas.findByRole("menuitemradio", { name: tool }));
}
