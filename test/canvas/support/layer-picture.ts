export type LayerName = "shapes" | "strokes" | "overlay";

/** What a layer of the view in `host` shows, device pixel for device pixel: its canvases, drawn by their places. */
export function layerPicture(host: Element, name: LayerName): CanvasRenderingContext2D {
  const layer = host.querySelector<HTMLElement>(`[data-layer=${name}]`);
  if (!layer) throw new Error(`There is no layer "${name}".`);
  const ratio = devicePixelRatio;
  const { left, top } = host.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(host.clientWidth * ratio);
  canvas.height = Math.round(host.clientHeight * ratio);
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  context.fillStyle = getComputedStyle(layer).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const shown = layer instanceof HTMLCanvasElement ? [layer] : layer.querySelectorAll("canvas");
  for (const part of shown) {
    const box = part.getBoundingClientRect();
    const place = [box.left - left, box.top - top, box.width, box.height].map((length) => Math.round(length * ratio));
    if (box.width > 0) context.drawImage(part, ...(place as [number, number, number, number]));
  }
  return context;
}
