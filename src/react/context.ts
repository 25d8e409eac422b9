import { createContext, useContext } from "react";
import type { Clock } from "../clock/clock.js";
import { InktapeError } from "../signal/errors.js";
import type { Transport } from "../transport/transport.js";
import type { ShapeDefinition } from "../picture/custom/define-shape.js";
import type { ToolDefinition } from "./define-tool.js";
import type { Messages } from "./messages/messages.js";

/** Light, dark, or as the person's system says. */
export type ThemeSetting = "light" | "dark" | "system";

/** What every component and hook of inktape works with. */
export interface Inktape {
  /** How rooms are reached, unless a component is given a transport of its own. */
  readonly transport: Transport | null;
  readonly theme: ThemeSetting;
  /** Which way lines run; null is as in the document around. */
  readonly direction: "ltr" | "rtl" | null;
  readonly clock: Clock;
  readonly messages: Messages;
  /** The kinds of shapes that the app has declared. */
  readonly shapes: readonly ShapeDefinition[];
  /** The tools that the app has declared. */
  readonly tools: readonly ToolDefinition[];
  /** Where pdf.js's own files lie. */
  readonly pdfFiles: string | undefined;
}

/** Null outside any provider. */
export const InktapeContext = createContext<Inktape | null>(null);

/** What the nearest provider gives. Throws `bad-argument` outside any. */
export function useInktape(): Inktape {
  const inktape = useContext(InktapeContext);
  if (inktape) return inktape;
  throw new InktapeError("bad-argument", "This hook needs an <InktapeProvider> around the component that calls it.");
}

/** The messages of the nearest provider. */
export function useMessages(): Messages {
  return useInktape().messages;
}

/** The given transport, or else the provider's. Throws `bad-argument` when there is neither. */
export function useTransport(given: Transport | undefined): Transport {
  const inktape = useInktape();
  const transport = given ?? inktape.transport;
  if (transport) return transport;
  throw new InktapeError(
    "bad-argument",
    "There is no transport: give one to <InktapeProvider transport={…}> or to the component itself.",
  );
}
