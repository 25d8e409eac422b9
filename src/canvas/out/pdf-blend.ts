import type { jsPDF } from "jspdf";

/** How something is mixed with what is below, by its name in CSS, with that in PDF (ISO 32000-1, table 136). */
const MODES: Readonly<Record<string, string>> = { multiply: "Multiply", screen: "Screen" };

/** What jsPDF writes files with, beyond what its types tell. */
interface Writer {
  readonly events: { subscribe(event: string, listener: () => void): void };
  newObject(): number;
  out(text: string): void;
  write(text: string): void;
}

/** What is drawn by one mode; null for plain drawing. */
export interface BlendRun {
  readonly mode: string | null;
  readonly element: SVGSVGElement;
}

/** Lets a PDF be drawn in with blend modes, which jsPDF knows nothing of. Returns what draws something in one. */
export function blending(pdf: jsPDF): (mode: string, draw: () => Promise<unknown>) => Promise<void> {
  const writer = pdf.internal as unknown as Writer;
  const objects = new Map<string, number>();
  // jsPDF writes the list of states, to which the modes are added, only when it has one itself.
  pdf.addGState("plain", pdf.GState({ opacity: 1 }));
  writer.events.subscribe("putResources", () => {
    for (const mode of Object.values(MODES)) {
      objects.set(mode, writer.newObject());
      writer.out(`<< /BM /${mode} >>`);
      writer.out("endobj");
    }
  });
  writer.events.subscribe("putGStateDict", () => {
    for (const [mode, object] of objects) writer.out(`/${mode} ${object} 0 R`);
  });
  return async (mode, draw) => {
    pdf.saveGraphicsState();
    if (MODES[mode]) writer.write(`/${MODES[mode]} gs`);
    await draw();
    pdf.restoreGraphicsState();
  };
}

/** Parts an SVG into documents that are each drawn in one mode, bottom to top; its own elements are used up. */
export function blendRuns(root: SVGSVGElement): readonly BlendRun[] {
  const shared = [...root.querySelectorAll(":scope > clipPath, :scope > pattern")];
  const drawn = [...root.children].filter((child) => !shared.includes(child));
  const runs: BlendRun[] = [];
  for (const child of drawn) {
    const mode = modeOf(child);
    let run = runs.at(-1);
    if (!run || run.mode !== mode) {
      run = { mode, element: root.cloneNode(false) as SVGSVGElement };
      run.element.append(...shared.map((element) => element.cloneNode(true)));
      runs.push(run);
    }
    run.element.append(child);
  }
  return runs;
}

function modeOf(element: Element): string | null {
  const styled = [element, ...element.querySelectorAll("[style]")].map((each) => each.getAttribute("style") ?? "");
  return styled.map((style) => /mix-blend-mode:\s*([\w-]+)/.exec(style)?.[1]).find((mode) => mode) ?? null;
}
