import { describe, expect, test } from "vitest";
import { deskWith } from "./support/desk.js";

describe("one's cursor", () => {
  test("is told on the board, in sixteenths, and taken away when the pointer leaves", () => {
    const { view, pointer, cursors } = deskWith("pen");
    view.setCamera({ x: 100, y: 0, zoom: 3 });
    const mouse = pointer();
    mouse.move(10, 9, { buttons: 0 });
    mouse.fire("pointerleave", 500, 9);
    mouse.fire("pointerleave", 500, 9);
    expect(cursors()).toEqual([{ page: "page", x: 103.3125, y: 3 }, null]);
  });

  test("is told while a shape is drawn too, after what is drawn", () => {
    const { pointer, record } = deskWith("rectangle");
    const mouse = pointer();
    mouse.down(10, 10);
    mouse.move(20, 10);
    expect(record.sent.map(({ type }) => type).slice(-2)).toEqual(["shape.add", "cursor"]);
  });

  test("is taken away when the pen begins to draw, which tells it itself, and told where a mouse ends", () => {
    const { pointer, record, cursors } = deskWith("pen");
    const mouse = pointer();
    mouse.move(5, 5, { buttons: 0 });
    mouse.down(10, 10);
    mouse.move(20, 10);
    pointer({ pointerId: 2 }).move(90, 90);
    mouse.move(30, 10);
    expect(cursors()).toEqual([{ page: "page", x: 5, y: 5 }, null]);
    mouse.up(30, 10);
    expect(record.batches.slice(-2).flatMap((batch) => batch.map(({ type }) => type))).toEqual(["ink.end", "cursor"]);
    mouse.fire("pointerleave", 500, 9);
    expect(cursors().slice(2)).toEqual([{ page: "page", x: 30, y: 10 }, null]);
  });

  test("is not told where a pen ends, which leaves the board", () => {
    const { pointer, cursors } = deskWith("pen");
    const pen = pointer({ pointerType: "pen" });
    pen.down(10, 10);
    pen.move(20, 10);
    pen.up(20, 10);
    expect(cursors()).toEqual([]);
    pen.move(40, 10, { buttons: 0 });
    expect(cursors()).toEqual([{ page: "page", x: 40, y: 10 }]);
  });

  test("is told again with the next move when a stroke is taken back", () => {
    const { host, pointer, record, cursors } = deskWith("pen");
    const mouse = pointer();
    mouse.down(10, 10);
    mouse.move(20, 10);
    host.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(record.batches.at(-1)?.map(({ type }) => type)).toEqual(["shapes.remove"]);
    mouse.move(40, 10, { buttons: 0 });
    mouse.fire("pointerleave", 500, 9);
    expect(cursors()).toEqual([{ page: "page", x: 40, y: 10 }, null]);
  });

  test("is told by those who only look", () => {
    const { pointer, cursors, isReadOnly } = deskWith("pen");
    isReadOnly.set(true);
    pointer().move(10, 10, { buttons: 0 });
    expect(cursors()).toHaveLength(1);
  });

  test("of a finger is there only while it draws, and not at all while it draws with the pen", () => {
    const { pointer, cursors, tool } = deskWith("rectangle");
    const finger = pointer({ pointerType: "touch" });
    finger.move(5, 5);
    finger.down(10, 10);
    finger.move(20, 10);
    finger.up(20, 10);
    expect(cursors()).toEqual([{ page: "page", x: 20, y: 10 }, null]);
    tool.set("pen");
    finger.down(10, 10);
    finger.move(20, 10);
    finger.up(20, 10);
    expect(cursors()).toHaveLength(2);
  });
});
