/** Where the pen was since the last step; `at` is milliseconds since the drawing began. */
export interface Step {
  readonly at: number;
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** What a page that records a drawing offers to the benchmark, as `globalThis.recorder`. */
export interface RecorderPage {
  /** Draws strokes, each the steps of one path, on a clock of the page's own; resolves with rrweb's events as JSON. */
  record(strokes: readonly (readonly Step[])[]): Promise<string>;
}

const START = 1_750_000_000_000;
const SVG = "http://www.w3.org/2000/svg";
/** So that drawing for an hour takes seconds, rrweb reads a clock that goes from event to event. */
let now = START;
Date.now = () => now;

// rrweb keeps the function that it finds at first.
const { record } = await import("rrweb");

const recorder: RecorderPage = {
  async record(strokes) {
    const root = document.getElementById("root") as HTMLElement;
    const svg = root.appendChild(document.createElementNS(SVG, "svg"));
    setAll(svg, { width: "1920", height: "1080" });
    const events: unknown[] = [];
    const stop = record({ emit: (event) => void events.push(event) });
    for (const steps of strokes) {
      const path = document.createElementNS(SVG, "path");
      let d = "";
      for (const { at, points } of steps) {
        now = START + Math.round(at);
        for (const [x, y] of points) d += `${d === "" ? "M" : "L"}${x} ${y}`;
        if (path.parentNode) path.setAttribute("d", d);
        else {
          setAll(path, { d, fill: "none", stroke: "black", "stroke-width": "4", "stroke-linecap": "round" });
          svg.appendChild(path);
        }
        // The recorder is told of a change before what waits for this goes on.
        await Promise.resolve();
      }
    }
    stop?.();
    return JSON.stringify(events);
  },
};

function setAll(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

Object.assign(globalThis, { recorder });
