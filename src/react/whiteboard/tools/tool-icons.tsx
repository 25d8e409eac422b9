import ArrowUpRight from "lucide-react/icons/arrow-up-right";
import Circle from "lucide-react/icons/circle";
import Diamond from "lucide-react/icons/diamond";
import Eraser from "lucide-react/icons/eraser";
import Frame from "lucide-react/icons/frame";
import Hand from "lucide-react/icons/hand";
import Highlighter from "lucide-react/icons/highlighter";
import Lasso from "lucide-react/icons/lasso";
import MousePointer2 from "lucide-react/icons/mouse-pointer-2";
import ImagePlus from "lucide-react/icons/image-plus";
import Pencil from "lucide-react/icons/pencil";
import Slash from "lucide-react/icons/slash";
import Square from "lucide-react/icons/square";
import Star from "lucide-react/icons/star";
import StickyNote from "lucide-react/icons/sticky-note";
import Triangle from "lucide-react/icons/triangle";
import Type from "lucide-react/icons/type";
import WandSparkles from "lucide-react/icons/wand-sparkles";
import type { ReactNode } from "react";
import type { ToolName } from "../../../canvas/tool.js";

/** What each tool's button shows. */
export const TOOL_ICONS: Readonly<Record<ToolName, ReactNode>> = {
  select: <MousePointer2 />,
  lasso: <Lasso />,
  hand: <Hand />,
  pen: <Pencil />,
  highlighter: <Highlighter />,
  eraser: <Eraser />,
  laser: <WandSparkles />,
  rectangle: <Square />,
  ellipse: <Circle />,
  diamond: <Diamond />,
  triangle: <Triangle />,
  star: <Star />,
  line: <Slash />,
  arrow: <ArrowUpRight />,
  text: <Type />,
  note: <StickyNote />,
  frame: <Frame />,
  image: <ImagePlus />,
};
