import { QueryClient, QueryClientContext, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useContext, useMemo, useState } from "react";
import type { Clock } from "../clock/clock.js";
import { systemClock } from "../clock/system.js";
import type { Transport } from "../transport/transport.js";
import { type Inktape, InktapeContext, type ThemeSetting } from "./context.js";
import type { ShapeDefinition } from "../picture/custom/define-shape.js";
import type { ToolDefinition } from "./define-tool.js";
import { useSameList } from "./use-same-list.js";
import { ENGLISH } from "./messages/en.js";
import type { Messages } from "./messages/messages.js";

export interface InktapeProviderProps {
  /** How rooms are reached: `webSocket(…)`, `memory(…)`, or your own. */
  readonly transport?: Transport | undefined;
  /** `system` unless it says otherwise. */
  readonly theme?: ThemeSetting | undefined;
  /** Which way lines run: that of `messages` when they are given, otherwise as in the document around. */
  readonly direction?: "ltr" | "rtl" | undefined;
  /** Real time unless it says otherwise; tests and stories give a virtual clock. Not meant to change. */
  readonly clock?: Clock | undefined;
  /** Words to use in place of the English ones. */
  readonly messages?: Partial<Messages> | undefined;
  /** Where recordings are cached: the app's own client when there is one around, else one made here. */
  readonly queryClient?: QueryClient | undefined;
  /** The kinds of shapes that the app has declared with `defineShape`. */
  readonly shapes?: readonly ShapeDefinition[] | undefined;
  /** The tools that the app has declared with `defineTool`. */
  readonly tools?: readonly ToolDefinition[] | undefined;
  /**
   * The address of a folder to which the app has copied the folders `cmaps`, `standard_fonts` and `wasm` of the package
   * `pdfjs-dist` (3.4 MB, fetched file by file when needed). PDFs take them that have Chinese, Japanese or Korean letters
   * without their fonts, or JPEG 2000 or JBIG2 pictures: without it, such parts of a PDF are left out and that is said.
   */
  readonly pdfFiles?: string | undefined;
  readonly children?: ReactNode;
}

const NO_SHAPES: readonly ShapeDefinition[] = [];
const NO_TOOLS: readonly ToolDefinition[] = [];

/** Gives transport, theme, time and words to the components inside. Providers nest: an inner one changes what it names. */
export function InktapeProvider(props: InktapeProviderProps) {
  const outer = useContext(InktapeContext);
  const appQueries = useContext(QueryClientContext);
  const [ownQueries] = useState(() => new QueryClient());
  const [ownClock] = useState(systemClock);

  const { transport = outer?.transport ?? null, theme = outer?.theme ?? "system", messages: words } = props;
  const direction = props.direction ?? words?.direction ?? outer?.direction ?? null;
  const clock = props.clock ?? outer?.clock ?? ownClock;
  const outerMessages = outer?.messages ?? ENGLISH;
  const messages = useMemo(() => ({ ...outerMessages, ...words }), [outerMessages, words]);
  const shapes = useSameList(props.shapes ?? outer?.shapes ?? NO_SHAPES);
  const tools = useSameList(props.tools ?? outer?.tools ?? NO_TOOLS);
  const pdfFiles = props.pdfFiles ?? outer?.pdfFiles;
  const inktape = useMemo<Inktape>(
    () => ({ transport, theme, direction, clock, messages, shapes, tools, pdfFiles }),
    [transport, theme, direction, clock, messages, shapes, tools, pdfFiles],
  );
  const content = <InktapeContext value={inktape}>{props.children}</InktapeContext>;
  const queries = props.queryClient ?? (appQueries ? undefined : ownQueries);
  return queries ? <QueryClientProvider client={queries}>{content}</QueryClientProvider> : content;
}

/** Gives its children a provider when the app has put none around them. */
export function EnsureProvider({ children }: { readonly children: ReactNode }) {
  return useContext(InktapeContext) ? children : <InktapeProvider>{children}</InktapeProvider>;
}
