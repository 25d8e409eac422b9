import type { AnyToolName, Tool, ToolName } from "../tool.js";
import { arrow } from "./arrow.js";
import { diamond } from "./diamond.js";
import { ellipse } from "./ellipse.js";
import { eraser } from "./eraser.js";
import { frame } from "./frame.js";
import { hand } from "./hand.js";
import { highlighter } from "./highlighter.js";
import { image } from "./image.js";
import { laser } from "./laser.js";
import { lasso } from "./lasso.js";
import { line } from "./line.js";
import { note } from "./note.js";
import { pen } from "./pen.js";
import { rectangle } from "./rectangle.js";
import { select } from "./select/select.js";
import { star } from "./star.js";
import { text } from "./text.js";
import { triangle } from "./triangle.js";

/** Every tool by its name. */
export const TOOLS: { readonly [Name in ToolName]: Tool } = {
  select,
  lasso,
  hand,
  pen,
  highlighter,
  eraser,
  laser,
  rectangle,
  ellipse,
  diamond,
  triangle,
  star,
  line,
  arrow,
  text,
  note,
  frame,
  image,
};

/** The tool of that name: one that the app has declared, or the kit's; one that selects when there is none any more. */
export function toolNamed(name: AnyToolName, custom: readonly Tool[] = []): Tool {
  const own = custom.find((tool) => tool.name === name);
  return own ?? (Object.hasOwn(TOOLS, name) ? TOOLS[name as ToolName] : TOOLS.select);
}
