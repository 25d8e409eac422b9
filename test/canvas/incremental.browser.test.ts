import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { loadFont } from "../../src/canvas/measure-text.js";
import { BUNDLED_FONTS } from "../../src/picture/text.js";
import { withDensity } from "./support/density.js";
import { differentPixels, mountView, type LayerName, type MountedView } from "./support/mount.js";
import { anySteps, Stage } from "./support/steps.js";

const LAYERS: readonly LayerName[] = ["shapes", "strokes", "overlay"];

// A font that came between the pictures of two views would be in the second only, until the first is painted again.
beforeAll(() => Promise.all(BUNDLED_FONTS.map((font) => loadFont(font, "Two words, a²"))));

test.each([1, 1.5])(
  "after any sequence a view shows the very pixels of a new one, at density %d",
  async (density) => {
    await withDensity(density, () =>
      fc.assert(
        fc.asyncProperty(anySteps, async (steps) => {
          const stage = new Stage();
          const old = mountView(stage.picture, { width: 320, height: 240 });
          for (const step of steps) {
            await stage.take(step, old);
            old.view.paint();
          }
          const fresh = mountView(stage.picture, { width: 320, height: 240 });
          await stage.settle(fresh);
          fresh.view.paint();
          const different = Object.fromEntries(LAYERS.map((layer) => [layer, differenceOf(old, fresh, layer)]));
          old.unmount();
          fresh.unmount();
          expect(different).toEqual({ shapes: 0, strokes: 0, overlay: 0 });
        }),
        { numRuns: 40 },
      ),
    );
  },
  60_000,
);

function differenceOf(a: MountedView, b: MountedView, layer: LayerName): number {
  return differentPixels(a.pixels(layer), b.pixels(layer));
}
