import { LIMITS } from "../../signal/limits.js";
import { isObject } from "../json-values.js";
import { pointsAt, textOr, type ExcalidrawElement } from "./element.js";

/**
 * True for an element that looks somewhat different on a board: a curve through more points than a line may have (it
 * comes as several), a filled way (it comes without its fill), a fill of crossed or zigzag lines (hachures), a shape that is a link (it leads nowhere).
 */
export function isSimplified(element: ExcalidrawElement): boolean {
  const { type, raw } = element;
  const isFilled = !["transparent", ""].includes(textOr(raw.backgroundColor, "transparent"));
  const isLink = textOr(raw.link, "") !== "";
  switch (type) {
    case "line":
    case "arrow":
      return (
        isLink ||
        (isObject(raw.roundness) && pointsAt(element).length > LIMITS.linePoints + 2) ||
        (type === "line" && isFilled)
      );
    case "rectangle":
    case "ellipse":
    case "diamond":
      return isLink || (isFilled && ["cross-hatch", "zigzag", "zigzag-line"].includes(textOr(raw.fillStyle, "solid")));
    case "freedraw":
    case "text":
    case "image":
      return isLink;
    default:
      return false;
  }
}
