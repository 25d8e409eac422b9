import { useMemo } from "react";
import { CustomShapes } from "../picture/custom/custom-shapes.js";
import type { ShapeDefinition } from "../picture/custom/define-shape.js";
import type { InktapeError } from "../signal/errors.js";
import { useInktape } from "./context.js";
import { useEvent } from "./use-event.js";
import { useSameList } from "./use-same-list.js";

/** The kinds of shapes given, or else the provider's. */
export function useCustomShapes(
  given: readonly ShapeDefinition[] | undefined,
  onError: ((error: InktapeError) => void) | undefined,
): CustomShapes {
  const { shapes: provided } = useInktape();
  const shapes = useSameList(given ?? provided);
  const tell = useEvent((error: InktapeError) => onError?.(error));
  return useMemo(() => new CustomShapes(shapes, tell), [shapes, tell]);
}
