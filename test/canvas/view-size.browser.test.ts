import { describe, expect, test, vi } from "vitest";
import { pageColor } from "../../src/picture/palette.js";
import { withDensity } from "./support/density.js";
import { idOf, text } from "./support/log.js";
import { differentPixels, inkedPixels, mountView } from "./support/mount.js";
import { block, rgba, roomWith } from "./support/room-with.js";

describe("size", () => {
  test("the overlay's canvas is as large as the element, pixel for pixel, while there is something on it", async () => {
    const { host, view, resize } = mountView(roomWith(block).picture);
    await resize(500, 250);
    const canvas = host.querySelector<HTMLCanvasElement>("[data-layer=overlay]");
    view.paint();
    expect([canvas?.clientWidth, canvas?.clientHeight]).toEqual([0, 0]);
    view.setSelection([block.id]);
    view.paint();
    expect([canvas?.width, canvas?.height]).toEqual([500, 250]);
    expect([canvas?.clientWidth, canvas?.clientHeight]).toEqual([500, 250]);
  });

  test("a resized view keeps its camera and shows more", async () => {
    const { view, pixel, resize } = mountView(roomWith(block).picture, { width: 120, height: 120 });
    view.paint();
    await resize(400, 300);
    view.paint();
    expect(pixel("shapes", 399, 299)).toEqual(rgba(pageColor("light")));
    expect(pixel("shapes", 125, 125)).not.toEqual(rgba(pageColor("light")));
  });

  test("a view of an element without size waits until it has one", async () => {
    const { view, clock, pixels, resize } = mountView(roomWith(block).picture, { width: 0, height: 0 });
    clock.advance(100);
    view.paint();
    await resize(400, 300);
    clock.advance(100);
    expect(inkedPixels(pixels("shapes"))).toBeGreaterThan(0);
  });

  test("on a screen twice as dense the picture has four times the pixels, in the same place", async () => {
    const room = roomWith(block, text(idOf(2)));
    const coarse = mountView(room.picture);
    coarse.view.paint();
    const coarsePixels = inkedPixels(coarse.pixels("shapes"));
    await withDensity(2, async () => {
      const { host, view, pixels } = mountView(room.picture);
      view.setSelection([block.id]);
      view.paint();
      const canvas = host.querySelector<HTMLCanvasElement>("[data-layer=overlay]");
      expect([canvas?.width, canvas?.height]).toEqual([800, 600]);
      expect([canvas?.clientWidth, canvas?.clientHeight]).toEqual([400, 300]);
      const ratio = inkedPixels(pixels("shapes")) / coarsePixels;
      expect(ratio).toBeGreaterThan(3);
      expect(ratio).toBeLessThan(5);
    });
  });

  test("a view that is carried to a denser screen and back follows", async () => {
    const queries = vi.spyOn(window, "matchMedia");
    const { view, pixels } = mountView(roomWith(block).picture);
    view.paint();
    const before = pixels("shapes");
    // Emulation changes the density without telling the queries, which a screen does.
    const tell = () => queries.mock.results.at(-1)?.value.dispatchEvent(new Event("change"));
    await withDensity(2, async () => {
      tell();
      expect(view.size.get().devicePixelRatio).toBe(2);
      view.paint();
      expect(pixels("shapes").width).toBe(800);
    });
    tell();
    view.paint();
    expect(view.size.get().devicePixelRatio).toBe(1);
    expect(differentPixels(pixels("shapes"), before)).toBe(0);
    queries.mockRestore();
  });
});
