/** A picture of one colour, with another one in its upper left quarter, so that it is seen which side is up. */
export async function imageFile(
  width: number,
  height: number,
  { type = "image/png", name = "picture", color = "#cc0000", corner = "#0000cc" } = {},
): Promise<File> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = color;
  context.fillRect(0, 0, width, height);
  context.fillStyle = corner;
  context.fillRect(0, 0, width / 2, height / 2);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.9));
  if (!blob) throw new Error(`This browser makes no ${type}.`);
  return new File([blob], name, { type });
}

/** The colour of a pixel of a picture, red, green and blue. */
export function colorAt(image: CanvasImageSource, width: number, height: number, x: number, y: number): number[] {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0, width, height);
  return [...context.getImageData(x, y, 1, 1).data.slice(0, 3)];
}

/** A JPEG with an EXIF segment that says how it is to be turned. */
export async function turnedJpeg(width: number, height: number, orientation: number): Promise<File> {
  const plain = new Uint8Array(await (await imageFile(width, height, { type: "image/jpeg" })).arrayBuffer());
  const exif = [
    ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ];
  return new File([plain.slice(0, 2), Uint8Array.from(exif), plain.slice(2)], "photo.jpg", { type: "image/jpeg" });
}
