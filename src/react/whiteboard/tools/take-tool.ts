import type { ToolName } from "../../../canvas/tool.js";
import type { Editor } from "../editor.js";

/** Takes a tool in hand. The one for pictures asks for some each time it is taken, in hand already or not. */
export function takeTool({ choices, pictures }: Editor, name: ToolName): void {
  const isAgain = choices.tool.get() === name;
  choices.tool.set(name);
  if (isAgain && name === "image") pictures?.picking.set({ at: undefined });
}
