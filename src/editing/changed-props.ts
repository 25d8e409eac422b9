import { isOptional } from "../signal/optional.js";
import { PLAIN } from "../signal/plain.js";
import type { PropValue, Shape, ShapeProps } from "../signal/shape.js";

type Props = { readonly [prop: string]: PropValue | undefined };

/** Those of the properties that the shape does not have like that. */
export function changedProps(shape: Shape, props: ShapeProps): ShapeProps {
  return Object.fromEntries(Object.entries(props).filter(([name, value]) => valueOf(shape, name) !== value));
}

/** What a shape has of a property, the plain value for one that it need not have; undefined for one that it has not. */
export function valueOf(shape: Shape, name: string): PropValue | undefined {
  return (shape as Props)[name] ?? (isOptional(shape.kind, name) ? PLAIN[name] : undefined);
}
