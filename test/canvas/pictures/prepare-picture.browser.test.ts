import { describe, expect, test } from "vitest";
import { decodePicture } from "../../../src/canvas/pictures/decode-picture.js";
import { bareJpeg } from "../../../src/canvas/pictures/jpeg-meta.js";
import { preparePicture } from "../../../src/canvas/pictures/prepare-picture.js";
import { mediaTypeOf } from "../../../src/signal/media-type.js";
import { colorAt, imageFile, turnedJpeg } from "../support/images.js";

const SVG = "http://www.w3.org/2000/svg";
const svgFile = (content: string, attributes = 'viewBox="0 0 40 20"') =>
  new File([`<svg xmlns="${SVG}" ${attributes}>${content}</svg>`], "drawing.svg");

describe("a picture that is to go to a room", () => {
  test.each(["image/png", "image/jpeg", "image/webp"])("is left as it is when it is small enough: %s", async (type) => {
    const file = await imageFile(60, 40, { type });
    const { bytes, decoded } = await preparePicture(file);
    expect(bytes).toEqual(new Uint8Array(await file.arrayBuffer()));
    expect([decoded.width, decoded.height]).toEqual([60, 40]);
  });

  test("is made smaller when it is longer than a screen shows", async () => {
    const { bytes, decoded } = await preparePicture(await imageFile(5000, 100));
    expect([decoded.width, decoded.height]).toEqual([4096, 82]);
    expect(mediaTypeOf(bytes)).toBe("image/webp");
  });

  test("stands upright, and says no more that it has to be turned", async () => {
    const file = await turnedJpeg(60, 40, 6);
    const { bytes, decoded } = await preparePicture(file);
    expect([decoded.width, decoded.height]).toEqual([40, 60]);
    expect(bareJpeg(bytes)).toEqual({ bytes, orientation: 1 });
    // What was in the upper left is in the upper right after a quarter turn.
    const [red, , blue] = colorAt(decoded.image, 40, 60, 30, 10);
    expect(blue).toBeGreaterThan(red as number);
  });

  test("says no more where it was taken", async () => {
    const file = await turnedJpeg(60, 40, 1);
    const { bytes } = await preparePicture(file);
    expect(bytes.length).toBe(file.size - 36);
  });

  test.each([
    ["a text file", new File(["hello"], "a.png", { type: "image/png" }), "bad-argument"],
    ["a PNG that somebody saved as text", new File(["\x89PNG\r\n\x1A\n", "no more"], "a.png"), "bad-argument"],
    ["a damaged JPEG", new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)], "a.jpg"), "bad-bytes"],
    ["a damaged SVG", svgFile("<g>"), "bad-argument"],
  ])("%s is refused", async (_, file, code) => {
    await expect(preparePicture(file)).rejects.toMatchObject({ code });
  });
});

describe("an SVG", () => {
  test("is as large as it says, or as its view box", async () => {
    const sizeOf = async (attributes: string) => {
      const { decoded } = await preparePicture(svgFile("", attributes));
      return [decoded.width, decoded.height];
    };
    expect(await sizeOf('viewBox="0 0 40 20"')).toEqual([40, 20]);
    expect(await sizeOf('viewBox="0 0 40 20" width="100"')).toEqual([100, 50]);
    expect(await sizeOf('viewBox="0 0 40 20" width="100%" height="100%"')).toEqual([40, 20]);
    expect(await sizeOf('width="30px" height="10px"')).toEqual([30, 10]);
    expect(await sizeOf("")).toEqual([300, 150]);
  });

  test("loses what could run or be fetched, and is drawn", async () => {
    const { bytes, decoded } = await preparePicture(
      svgFile(
        `<script>parent.hacked = 1</script><foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>` +
          `<image href="https://example.net/spy.png"/><a href="javascript:alert(1)"><rect onclick="alert(1)" width="40" height="20" fill="#00cc00"/></a>` +
          `<use href="#there"/>`,
        'viewBox="0 0 40 20" onload="parent.hacked = 1"',
      ),
    );
    const text = new TextDecoder().decode(bytes);
    expect(text).not.toMatch(/script|foreignObject|example\.net|onclick|onload|hacked/);
    expect(text).toContain('href="#there"');
    expect(colorAt(decoded.image, 40, 20, 20, 10)).toEqual([0, 204, 0]);
  });

  test("that somebody else put in runs nothing either, and leaves a canvas readable", async () => {
    const file = svgFile(
      `<foreignObject width="40" height="20"><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>`,
    );
    const { image } = await decodePicture(new Uint8Array(await file.arrayBuffer()), "image/svg+xml");
    expect(() => colorAt(image, 40, 20, 1, 1)).not.toThrow();
  });
});
