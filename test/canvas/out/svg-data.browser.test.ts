import fc from "fast-check";
import { expect, test } from "vitest";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { exportSvg } from "../../../src/canvas/out/page-picture.js";
import { documentInSvg, svgData } from "../../../src/canvas/out/svg-data.js";
import { NO_ASSETS } from "../../../src/document/assets.js";
import { documentToJson } from "../../../src/document/board-json.js";
import { documentOf } from "../../../src/document/document.js";
import { pageSvg } from "../../../src/picture/page-svg.js";
import { arbitraryBoard } from "../../editing/boards.js";
import { card, pictures, sceneBoard } from "./scene.js";

test("an SVG has in it what it was made of, whatever that is", () => {
  fc.assert(
    fc.property(arbitraryBoard, fc.string({ unit: "binary" }), (board, name) => {
      const document = { pages: documentOf(board).pages.map((page) => ({ ...page, name })) };
      const svg = pageSvg(board, FIRST_PAGE, { data: svgData(document, NO_ASSETS) });
      expect(documentToJson(documentInSvg(svg)!.document)).toEqual(documentToJson(document));
    }),
    { numRuns: 60 },
  );
});

test("its pictures are there byte for byte, also those that it shows in another form", async () => {
  const assets = await pictures();
  const board = sceneBoard();
  const svg = await exportSvg(board, FIRST_PAGE, { assets, shapes: [card] });
  expect(svg).not.toContain("alert(1)");
  const content = documentInSvg(svg)!;
  expect(documentToJson(content.document)).toEqual(documentToJson(documentOf(board)));
  expect([...content.assets.keys()].toSorted()).toEqual(["jpeg", "paper", "png", "svg", "webp"]);
  for (const [name, asset] of content.assets) expect(asset).toEqual(await assets.get(name));
});

test("of some shapes it has those alone, and no paper", async () => {
  const board = sceneBoard();
  const [first] = documentOf(board).pages[0]!.shapes;
  const svg = await exportSvg(board, FIRST_PAGE, { assets: await pictures(), ids: [first!.id] });
  const { document, assets } = documentInSvg(svg)!;
  expect(document.pages).toMatchObject([{ paper: null, shapes: [{ kind: "image", asset: "png" }] }]);
  expect([...assets.keys()]).toEqual(["png"]);
});

test.each([
  ["of another program", `<svg xmlns="http://www.w3.org/2000/svg"><metadata>{}</metadata></svg>`],
  [
    "whose data was changed",
    `<svg xmlns="http://www.w3.org/2000/svg"><metadata data-type="inktape">{"a"</metadata></svg>`,
  ],
  ["that is asked for without", pageSvg(sceneBoard(), FIRST_PAGE)],
  ["that is torn", "<svg"],
])("an SVG %s is a picture like any other", (_, svg) => {
  expect(documentInSvg(svg)).toBeNull();
});
