import { FIRST_PAGE, type Board } from "../../../src/board/board.js";
import { defineShape } from "../../../src/picture/custom/define-shape.js";
import { rectangle as outline } from "../../../src/picture/custom/drawing.js";
import { shapeId, type MemberId } from "../../../src/signal/ids.js";
import type { Shape } from "../../../src/signal/shape.js";
import type { Signal } from "../../../src/signal/signal.js";
import type { AssetSource, DocumentAsset } from "../../../src/document/assets.js";
import { boardAfter } from "../../board/log.js";
import { imageFile } from "../support/images.js";

/** Pictures by short names, as a room would have them by their hashes. */
export async function pictures(): Promise<AssetSource & { readonly asked: string[] }> {
  const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="5" height="10" fill="#00cc00"/><rect x="5" width="5" height="10" fill="#cccc00"/><script>alert(1)</script></svg>`;
  const kept = new Map<string, DocumentAsset>([
    ["png", { mediaType: "image/png", bytes: await bytesOf(await imageFile(200, 200)) }],
    ["jpeg", { mediaType: "image/jpeg", bytes: await bytesOf(await imageFile(200, 200, { type: "image/jpeg" })) }],
    ["webp", { mediaType: "image/webp", bytes: await bytesOf(await imageFile(200, 200, { type: "image/webp" })) }],
    ["svg", { mediaType: "image/svg+xml", bytes: new TextEncoder().encode(drawing) }],
    ["broken", { mediaType: "image/png", bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10) }],
    [
      "paper",
      {
        mediaType: "image/png",
        bytes: await bytesOf(await imageFile(80, 60, { color: "#ffffff", corner: "#eeffee" })),
      },
    ],
  ]);
  const asked: string[] = [];
  return {
    asked,
    async get(name) {
      asked.push(name);
      const asset = kept.get(name);
      if (!asset) throw new Error(`There is no ${name}.`);
      return asset;
    },
  };
}

/** A kind of shape as an app declares it: a violet box. */
export const card = defineShape({
  kind: "shop:card",
  schema: { "~standard": { validate: (value: unknown) => ({ value: (value ?? null) as null }) } },
  paint: ({ w, h }) => [{ path: (path) => outline(path, 0, 0, w, h), fill: "#8800cc" }],
  label: () => "Price list",
});

/** Where pages have their corner in what is made of them: their paper begins at 0, 0, and a margin is around it. */
export const MARGIN = 24;

/** A page of 800 by 600 on paper with a picture, with all that is not easily put out, and where each has which colour. */
export function sceneBoard(): Board {
  let count = 0;
  const shape = (kind: string, x: number, y: number, props: object): Signal => ({
    type: "shape.add",
    shape: {
      kind,
      id: shapeId(1 as MemberId, (count += 1)),
      page: FIRST_PAGE,
      order: `a${String(count).padStart(3, "0")}`,
      ...{ x, y, color: "black", size: 2, ...props },
    } as unknown as Shape,
  });
  const image = (x: number, y: number, props: object = {}) =>
    shape("image", x, y, { w: 100, h: 100, asset: "png", ...props });
  const box = { w: 100, h: 100, seed: 5, roughness: 0, fill: "solid" };
  const line = Int32Array.from([0, 0, 0, 32, 800, 0, 100, 32, 1600, 0, 200, 32]);
  return boardAfter(
    { type: "page.set", id: FIRST_PAGE, name: "Scene", order: "a0" },
    {
      type: "page.paper",
      id: FIRST_PAGE,
      paper: { color: "", pattern: "plain", asset: "paper", w: 800, h: 600 },
    },
    image(40, 40),
    image(200, 40, { cropX: 0.5, cropY: 0.5, cropW: 0.5, cropH: 0.5 }),
    image(320, 40, { cropW: 0.5, cropH: 0.5, asset: "webp" }),
    image(540, 40, { h: 60, rotation: Math.PI / 2 }),
    image(700, 40, { w: -100, asset: "jpeg" }),
    image(40, 200, { opacity: 0.5 }),
    shape("frame", 200, 200, { w: 100, h: 100, text: "Frame" }),
    image(150, 150, { frame: shapeId(1 as MemberId, 7) }),
    image(350, 200, { asset: "svg" }),
    image(600, 200, { asset: "gone", alt: "A cell" }),
    image(480, 200, { asset: "broken", alt: "Broken" }),
    shape("rectangle", 40, 350, { ...box, fillColor: "#000000" }),
    shape("ink", 20, 400, { step: 1 / 8, points: line, size: 30, color: "yellow", brush: "highlighter" }),
    shape("rectangle", 250, 350, { ...box, color: "#0000ff", fillColor: "#0000ff", size: 20, opacity: 0.5 }),
    shape(card.kind, 400, 350, { w: 100, h: 100, data: "null" }),
    shape("note", 540, 350, { w: 100, h: 100, color: "yellow", text: "Half", fontSize: 20, opacity: 0.5 }),
    shape("rectangle", 660, 350, { ...box, fill: "hachure", roughness: 1, label: "Label", labelSize: 24 }),
    ...(["hand", "sans", "serif", "mono"] as const).map((font, index) =>
      shape("text", 20 + index * 190, 480, { text: `${font} Ärger §`, fontSize: 22, font }),
    ),
    shape("text", 20, 530, { text: "細胞 клетка الخلية 세포", fontSize: 28 }),
    shape("text", 420, 580, { text: "turned", fontSize: 28, rotation: -0.3 }),
  );
}

type Rgb = readonly [number, number, number];
const [RED, BLUE, WHITE]: [Rgb, Rgb, Rgb] = [
  [204, 0, 0],
  [0, 0, 204],
  [255, 255, 255],
];

/** What colour is at a place of the page, and what that shows. */
export const PLACES: readonly (readonly [what: string, x: number, y: number, color: Rgb])[] = [
  ["the paper's picture", 700, 330, WHITE],
  ["the corner of the paper's picture", 10, 10, [238, 255, 238]],
  ["a picture", 120, 120, RED],
  ["its corner", 50, 50, BLUE],
  ["the lower right of a picture", 210, 50, RED],
  ["the upper left of a picture", 410, 130, BLUE],
  ["a turned picture", 490, 50, RED],
  ["its corner", 530, 50, BLUE],
  ["a mirrored picture", 610, 50, RED],
  ["its corner", 690, 50, BLUE],
  ["a picture that is seen through", 120, 290, [230, 128, 128]],
  ["a picture in a frame", 220, 240, RED],
  ["what of it is outside the frame", 190, 240, [238, 255, 238]],
  ["an SVG", 360, 280, [0, 204, 0]],
  ["its other half", 440, 280, [204, 204, 0]],
  ["black below a highlighter", 90, 400, [0, 0, 0]],
  ["a fill that is seen through", 300, 400, [128, 128, 255]],
  ["its outline, where both lie on each other", 255, 400, [128, 128, 255]],
  ["a shape of the app's own", 450, 400, [136, 0, 204]],
];
