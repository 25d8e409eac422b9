import { type KeyboardEvent, useEffect, useLayoutEffect, useReducer, useRef, useState } from "react";
import { shapeAt } from "../../board/leaves.js";
import { loadFont, measureLine } from "../../canvas/measure-text.js";
import { textPlace } from "../../canvas/writing/text-place.js";
import { MAX_LETTERS } from "../../canvas/writing/words.js";
import type { Writing } from "../../canvas/writing/writing.js";
import type { Theme } from "../../picture/palette.js";
import { propOf } from "../../signal/optional.js";
import { useMessages } from "../context.js";
import { focusBoard } from "../parts/focus-board.js";
import { useEvent } from "../use-event.js";
import { useStore } from "../use-store.js";
import type { Editor } from "./editor.js";
import { fieldStyle, placeField } from "./field-style.js";

export interface TextFieldProps {
  readonly editor: Editor;
  readonly theme: Theme;
  readonly writing: Writing;
}

/**
 * A text field that lies just where the words will be drawn, and grows with them. Escape, control and enter, or going
 * elsewhere is done.
 */
export function TextField({ editor, theme, writing }: TextFieldProps) {
  const messages = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(writing.words);
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  const shape = useStore(editor.client.board, () => writing.shape(), null) ?? writing.shape();
  const id = writing.id;

  const finish = useEvent((isByKey: boolean) => {
    const element = field.current;
    writing.end();
    editor.endEditing();
    const isThere = writing.id !== null && writing.shape() !== null;
    if (isThere && editor.choices.tool.get() === "select") editor.context.setSelection([writing.id]);
    if (isByKey && element) focusBoard(element);
  });
  const place = useEvent(() => {
    const now = writing.shape();
    if (!field.current || !now) return;
    const at = textPlace(now, words, measureLine, (other) => shapeAt(editor.board(), other));
    placeField(field.current, at, editor.view);
  });
  useLayoutEffect(place);

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    const unfollow = editor.view.camera.subscribe(place);
    // A finger that draws does not move the focus, so that nothing else would tell.
    const press = (event: PointerEvent) => {
      const isOnBoard = event.target instanceof Element && event.target.matches(".inktape-canvas");
      if (isOnBoard) finish(false);
    };
    document.addEventListener("pointerdown", press, true);
    return () => {
      unfollow();
      document.removeEventListener("pointerdown", press, true);
      // The page was left, or the board itself: what was typed is kept all the same.
      writing.end();
    };
  }, [editor, writing, finish, place]);
  useLayoutEffect(() => {
    if (id === null) return undefined;
    editor.view.setHidden(id);
    return () => editor.view.setHidden(null);
  }, [editor, id]);
  const font = shape ? propOf(shape, "font") : "";
  useEffect(() => {
    let isMounted = true;
    void loadFont(font, words).then(() => isMounted && refresh());
    return () => void (isMounted = false);
  }, [font, words]);
  useEffect(() => {
    if (!shape) finish(false);
  }, [shape, finish]);

  const type = (typed: string, isComposing: boolean) => {
    setWords(typed);
    // Letters that are still being put together are nobody else's business.
    if (!isComposing) writing.type(typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isEnd = event.key === "Enter" && (event.ctrlKey || event.metaKey || shape?.kind === "frame");
    if (event.key !== "Escape" && !isEnd) return;
    event.preventDefault();
    finish(true);
  };
  if (!shape) return null;
  return (
    <textarea
      ref={field}
      className="inktape-text"
      style={fieldStyle(shape, editor.board(), theme)}
      aria-label={messages.textEditor}
      dir="ltr"
      value={words}
      rows={1}
      maxLength={MAX_LETTERS}
      spellCheck={false}
      autoCapitalize="sentences"
      onChange={(event) => type(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
      onCompositionEnd={(event) => type(event.currentTarget.value, false)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(false)}
    />
  );
}
