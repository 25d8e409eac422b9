import Eye from "lucide-react/icons/eye";
import Presentation from "lucide-react/icons/presentation";
import type { CSSProperties } from "react";
import { inkColor, readableOn, type Theme } from "../../picture/palette.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { useBoard } from "../use-board.js";
import { useStore, useValue } from "../use-store.js";
import type { Editor } from "../whiteboard/editor.js";
import { presenterMode } from "./attention-state.js";

export interface FollowBarProps {
  readonly editor: Editor;
  readonly theme: Theme;
}

/** Whose view this is, when it is not only this person's own: a frame in that member's colour, and the way out. */
export function FollowBar({ editor, theme }: FollowBarProps) {
  const { client, attention } = editor;
  const messages = useMessages();
  const state = useValue(attention.state);
  const self = useStore(client.self, (value) => value, null);
  const mode = presenterMode(state, self?.member ?? null);
  const shown = state.followed ?? state.presenter;
  const profile = useBoard(client, (board) => (shown === null ? undefined : board.members[shown]));
  if (!profile || shown === null) return null;

  const color = inkColor(profile.color, theme);
  const colors = { "--person": color, "--on-person": readableOn(color) } as CSSProperties;
  const isFramed = state.followed !== null || mode === "broadcaster";
  const isPresenter = shown === state.presenter;
  return (
    <>
      {isFramed && <div className="inktape-follow-frame" style={colors} aria-hidden="true" />}
      <div className="inktape-follow" style={colors} data-framed={isFramed || undefined} role="status">
        {isPresenter ? <Presentation /> : <Eye />}
        <span>{sentence()}</span>
        {mode === "broadcaster" && state.followed === null ? (
          <Button label={messages.stopPresenting} onClick={attention.endPresentation}>
            {messages.stop}
          </Button>
        ) : state.followed === null ? (
          <Button label={messages.followAgain} onClick={() => attention.follow(shown)}>
            {messages.followAgain}
          </Button>
        ) : (
          <Button label={messages.stopFollowing(profile.name)} onClick={attention.stop}>
            {messages.stop}
          </Button>
        )}
      </div>
    </>
  );

  function sentence(): string {
    if (state.followed !== null && !isPresenter) return messages.following(profile?.name ?? "");
    return mode === "broadcaster" ? messages.youPresent : messages.presents(profile?.name ?? "");
  }
}
