import type { ToolName } from "../../../canvas/tool.js";
import type { Editor } from "../editor.js";

/** What leaves a selection as it is: what works on it, what only shows, and lines, which the enter key draws between it. */
const KEEPING: readonly ToolName[] = ["select", "lasso", "hand", "laser", "line", "arrow"];

/**
 * Takes a tool in hand. Most that make or take away something let go of what is selected, so that the style shown
 * is that of what comes next. The one for pictures asks for some each time it is taken, in hand already or not.
 */
export function takeTool({ choices, context, pictures }: Editor, name: ToolName): void {
  const isAgain = choices.tool.get() === name;
  choices.tool.set(name);
  if (!KEEPING.includes(name)) context.setSelection([]);
  if (isAgain && name === "image") pictures?.picking.set({ at: undefined });
}
