import type { RoomClient } from "../../client/room-client.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { useBoard } from "../use-board.js";

const NOBODY = {};

/** The users whom an admin keeps out, and the way back in. The room knows them by the app's ids only. */
export function KeptOut({ client }: { readonly client: RoomClient }) {
  const messages = useMessages();
  const access = useBoard(client, (board) => board.access) ?? NOBODY;
  const users = Object.entries(access).flatMap(([user, allowed]) => (allowed === "none" ? [user] : []));
  if (users.length === 0) return null;
  return (
    <>
      <h3>{messages.keptOut}</h3>
      <ul>
        {users.map((user) => (
          <li key={user} className="inktape-member">
            <div className="inktape-member-name">
              <strong>{user}</strong>
            </div>
            <Button
              label={messages.letIn(user)}
              onClick={() => client.send([{ type: "access.set", user, access: undefined }])}
            >
              {messages.letInAgain}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
