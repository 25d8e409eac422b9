import { createRoot } from "react-dom/client";
import { Excalidraw, restoreElements } from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import type { ExcalidrawImperativeAPI, NormalizedZoomValue } from "@excalidraw/excalidraw/types";
import type { Drawing, Element } from "./drawing.js";
import { fitIn, offer } from "./page.js";

let api: ExcalidrawImperativeAPI | null = null;
let drawing: Drawing | null = null;
let elements: ReturnType<typeof restoreElements> = [];

// As excalidraw.com sets it: one rendering a frame at most. Its fonts come from the page's own address.
Object.assign(globalThis, { EXCALIDRAW_THROTTLE_RENDER: true, EXCALIDRAW_ASSET_PATH: "/" });

offer({
  prepare(given) {
    drawing = given;
    elements = restoreElements(given.elements.map(skeletonOf) as never, null);
    return Promise.resolve();
  },
  mount() {
    if (!drawing) throw new Error("Nothing is prepared.");
    const root = document.getElementById("root") as HTMLElement;
    const { zoom, x, y } = fitIn(drawing, { width: innerWidth, height: innerHeight });
    const appState = { zoom: { value: zoom as NormalizedZoomValue }, scrollX: -x, scrollY: -y };
    createRoot(root).render(
      <Excalidraw initialData={{ elements, appState }} excalidrawAPI={(ready) => (api = ready)} />,
    );
  },
  showMiddle() {
    if (!drawing) throw new Error("Nothing is prepared.");
    const [scrollX, scrollY] = [(innerWidth - drawing.width) / 2, (innerHeight - drawing.height) / 2];
    api?.updateScene({ appState: { zoom: { value: 1 as NormalizedZoomValue }, scrollX, scrollY } });
  },
  takePen: () => api?.setActiveTool({ type: "freedraw" }),
});

function skeletonOf(element: Element, index: number) {
  const { x, y } = element;
  const base = { id: `e${index}`, x, y, strokeColor: "#1e1e1e", strokeWidth: 2, roughness: 1, seed: index + 1 };
  switch (element.kind) {
    case "ink": {
      const { samples } = element;
      const [width, height] = [Math.max(...samples.map(([dx]) => dx)), Math.max(...samples.map(([, dy]) => dy))];
      const pressures = samples.flatMap(([, , , pressure]) => pressure ?? []);
      const points = samples.map(([dx, dy]) => [dx, dy]);
      return { ...base, type: "freedraw", strokeWidth: 1, width, height, points, pressures, simulatePressure: false };
    }
    case "text":
      return { ...base, type: "text", text: element.text, fontSize: 20, fontFamily: 5, width: 90, height: 25 };
    case "arrow": {
      const points = [
        [0, 0],
        [element.w, element.h],
      ];
      return { ...base, type: "arrow", width: element.w, height: element.h, points, endArrowhead: "arrow" };
    }
    default:
      return { ...base, type: element.kind, width: element.w, height: element.h };
  }
}
