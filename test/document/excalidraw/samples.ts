/** What every element of an Excalidraw file has. */
const base = {
  angle: 0,
  strokeColor: "#1e1e1e",
  backgroundColor: "transparent",
  fillStyle: "solid",
  strokeWidth: 2,
  strokeStyle: "solid",
  roughness: 1,
  opacity: 100,
  groupIds: [],
  frameId: null,
  roundness: null,
  seed: 1234,
  version: 3,
  versionNonce: 99,
  isDeleted: false,
  boundElements: [],
  updated: 1,
  link: null,
  locked: false,
};

/** An Excalidraw file with the elements given, as Excalidraw writes it. */
export function excalidrawFile(...elements: readonly object[]) {
  return {
    type: "excalidraw",
    version: 2,
    source: "https://excalidraw.com",
    elements: elements.map((element, index) => ({ id: `e${index}`, ...base, index: `a${index}`, ...element })),
    appState: { viewBackgroundColor: "#ffffff", gridSize: 20 },
    files: {},
  };
}

export const box = { type: "rectangle", x: 100, y: 50, width: 200, height: 100 };
export const text = {
  type: "text",
  x: 0,
  y: 0,
  width: 80,
  height: 25,
  text: "Hello",
  originalText: "Hello",
  fontSize: 20,
  fontFamily: 5,
  textAlign: "left",
  verticalAlign: "top",
  containerId: null,
  lineHeight: 1.25,
  autoResize: true,
};
export const arrow = {
  type: "arrow",
  x: 300,
  y: 100,
  width: 100,
  height: 0,
  points: [
    [0, 0],
    [100, 0],
  ],
  startBinding: null,
  endBinding: null,
  startArrowhead: null,
  endArrowhead: "arrow",
};
