import type { AnyToolName, ToolName } from "../../../canvas/tool.js";

/** The closed shapes: one button that shows the last one used, and a menu of all. */
export const SHAPE_TOOLS = [
  "rectangle",
  "ellipse",
  "diamond",
  "triangle",
  "star",
] as const satisfies readonly ToolName[];

/** A tool, or the place where the closed shapes are. */
export type BarItem = ToolName | "shapes";

/** What a bar of tools shows, in groups, and what it keeps in its menu. */
export interface ToolLayout {
  readonly bar: readonly (readonly BarItem[])[];
  readonly more: readonly ToolName[];
}

/** Where there is room for most of them. */
export const ROOMY: ToolLayout = {
  bar: [
    ["select", "hand"],
    ["pen", "eraser", "shapes", "line", "arrow", "text", "note", "image"],
  ],
  more: ["highlighter", "laser", "lasso", "frame"],
};

/** On a phone. */
export const COMPACT: ToolLayout = {
  bar: [["select", "pen", "eraser", "shapes", "text"]],
  more: ["hand", "highlighter", "line", "arrow", "note", "image", "laser", "lasso", "frame"],
};

/** Whether a tool makes one of the {@link SHAPE_TOOLS}. */
export function isShapeTool(tool: AnyToolName): tool is (typeof SHAPE_TOOLS)[number] {
  return (SHAPE_TOOLS as readonly AnyToolName[]).includes(tool);
}
