import { type CSSProperties, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import { LINE_HEIGHT } from "../../board/bounds.js";
import { shapeAt } from "../../board/leaves.js";
import { inkColor, type Theme } from "../../picture/palette.js";
import { textFont } from "../../picture/text.js";
import type { TextShape } from "../../signal/shape.js";
import { useMessages } from "../context.js";
import { useStore } from "../use-store.js";
import type { TextTarget } from "../../canvas/tool.js";
import type { Editor } from "./editor.js";

export interface TextEditorProps {
  readonly editor: Editor;
  readonly theme: Theme;
}

/** The place where text is typed while it is; nothing otherwise. */
export function TextEditor({ editor, theme }: TextEditorProps) {
  const target = useStore(editor.editing, (value) => value, null);
  return target && <TextField key={keyOf(target)} editor={editor} theme={theme} target={target} />;
}

/** A text field that lies exactly where the text will be drawn. Escape, or going elsewhere, is done. */
function TextField({ editor, theme, target }: TextEditorProps & { readonly target: TextTarget }) {
  const messages = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const [shape] = useState(() => draftOf(editor, target));
  const [text, setText] = useState(shape.text);
  const isDone = useRef(false);
  useLayoutEffect(() => {
    const { view } = editor;
    const element = field.current;
    if (!element) return;
    const place = () => {
      const { x, y } = view.toScreen(shape);
      element.style.transform = `translate(${x}px, ${y}px) scale(${view.camera.get().zoom})`;
    };
    place();
    element.focus();
    element.select();
    if ("id" in target) view.setHidden(target.id);
    const unfollow = view.camera.subscribe(place);
    return () => {
      unfollow();
      view.setHidden(null);
      // The page was left, or the board itself: what was typed is kept all the same.
      if (isDone.current || element.value === shape.text) return;
      isDone.current = true;
      commit(editor, target, shape, element.value);
    };
  }, [editor, shape, target]);

  const finish = useCallback(() => {
    if (isDone.current) return;
    isDone.current = true;
    commit(editor, target, shape, field.current?.value ?? "");
    editor.endEditing();
  }, [editor, target, shape]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const isComposing = event.nativeEvent.isComposing;
    if (event.key === "Escape" && !isComposing) finish();
  };
  const style: CSSProperties = {
    font: textFont(shape.fontSize),
    lineHeight: LINE_HEIGHT,
    color: inkColor(shape.color, theme),
  };
  return (
    <textarea
      ref={field}
      className="inktape-text"
      style={style}
      aria-label={messages.textEditor}
      dir="ltr"
      value={text}
      rows={text.split("\n").length}
      cols={Math.max(2, ...text.split("\n").map((line) => line.length + 1))}
      wrap="off"
      spellCheck={false}
      autoCapitalize="sentences"
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={finish}
    />
  );
}

function keyOf(target: TextTarget): string {
  return "id" in target ? `shape ${target.id}` : `place ${target.x} ${target.y}`;
}

/** The shape as it is, or as it would be made. */
function draftOf(editor: Editor, target: TextTarget): Omit<TextShape, "id"> {
  const { context } = editor;
  const found = "id" in target ? shapeAt(editor.board(), target.id) : undefined;
  if (found?.kind === "text") return found as TextShape;
  const { color, size, fontSize } = context.style();
  const { x, y } = "id" in target ? (found ?? { x: 0, y: 0 }) : target;
  return { kind: "text", page: context.page(), order: context.topOrder(), x, y, color, size, fontSize, text: "" };
}

/** Puts what was typed on the board: a new shape, a changed one, or none when nothing is left. */
function commit(editor: Editor, target: TextTarget, draft: Omit<TextShape, "id">, typed: string): void {
  const { client } = editor;
  const text = typed.replace(/\s+$/, "");
  if (!("id" in target)) {
    if (text !== "") client.send([{ type: "shape.add", shape: { ...draft, id: client.newShapeId(), text } }]);
  } else if (text === "") {
    client.send([{ type: "shapes.remove", ids: [target.id] }]);
  } else if (text !== draft.text) {
    client.send([{ type: "shape.set", id: target.id, props: { text } }]);
  }
}
