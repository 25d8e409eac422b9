import { describe, expect, test } from "vitest";
import type { ToolName } from "../../src/canvas/tool.js";
import { deskWith } from "./support/desk.js";
import { idOf, ME, rectangle } from "./support/log.js";

describe("a menu", () => {
  const box = rectangle(idOf(1), { fill: "solid" });
  const deskWithBox = (name: ToolName) => {
    const desk = deskWith(name);
    desk.log.add(ME, { type: "shape.add", shape: box });
    return desk;
  };
  const right = { button: 2, buttons: 2 };

  test("is about the shape under the pointer, whatever is in hand", () => {
    const { pointer, record, typesSent } = deskWithBox("pen");
    const mouse = pointer();
    mouse.down(20, 30, right);
    expect(mouse.fire("contextmenu", 20, 30, right)).toBe(true);
    expect([record.selection, typesSent()]).toEqual([[box.id], []]);
    mouse.fire("contextmenu", 350, 250, right);
    expect(record.selection).toEqual([]);
  });

  test("is about all that is selected when it is asked for there, and from the keyboard", () => {
    const { pointer, record } = deskWithBox("select");
    record.selection = [box.id, idOf(2)];
    pointer().fire("contextmenu", 20, 30, right);
    pointer({ pointerType: "" }).fire("contextmenu", 350, 250, { button: 0 });
    expect(record.selection).toEqual([box.id, idOf(2)]);
  });

  test("comes by a long press of a finger that selects, which then drags no more", () => {
    const { pointer, record, shapes } = deskWithBox("select");
    const finger = pointer({ pointerType: "touch" });
    finger.down(20, 30);
    expect(finger.fire("contextmenu", 20, 30)).toBe(true);
    finger.move(90, 90);
    finger.up(90, 90);
    expect([record.selection, shapes()]).toEqual([[box.id], [box]]);
  });

  test("comes of itself where the browser makes none of a long press, and not while something is drawn", () => {
    const { host, pointer, record, tool } = deskWithBox("select");
    const shown: boolean[] = [];
    host.addEventListener("contextmenu", (event) => void shown.push(!event.defaultPrevented));
    const finger = pointer({ pointerType: "touch" });
    const rest = () => (finger.down(20, 30), record.clock.advance(500), finger.up(20, 30));
    rest();
    expect([shown, record.selection]).toEqual([[true], [box.id]]);
    tool.set("pen");
    rest();
    expect(shown).toEqual([true, false]);
  });

  test("selects nothing for who only looks", () => {
    const { pointer, record, isReadOnly } = deskWithBox("pen");
    isReadOnly.set(true);
    pointer().fire("contextmenu", 20, 30, right);
    expect(record.selection).toEqual([]);
  });
});
