import type { DatabaseSyncInstance } from "@photostructure/sqlite";

/** A row of the table `asset`, without its room. */
export interface AssetRow {
  readonly hash: string;
  readonly media_type: string;
  readonly size: number;
  readonly content: number;
}

/** The statements about pictures, each prepared once. */
export type AssetTables = ReturnType<typeof assetTables>;

/** Prepares the statements for an open database. */
export function assetTables(db: DatabaseSyncInstance) {
  const one = db.prepare("SELECT * FROM asset WHERE room = ? AND hash = ?");
  const all = db.prepare("SELECT * FROM asset WHERE room = ? ORDER BY hash");
  const content = db.prepare("SELECT bytes FROM asset_content WHERE id = ?");
  const total = db.prepare("SELECT COALESCE(SUM(size), 0) AS bytes FROM asset WHERE room = ?");
  const addContent = db.prepare("INSERT INTO asset_content (bytes) VALUES (?) RETURNING id");
  const add = db.prepare("INSERT INTO asset (room, hash, media_type, size, content) VALUES (?, ?, ?, ?, ?)");
  const copyContent = db.prepare(
    "INSERT INTO asset_content (bytes) SELECT bytes FROM asset_content WHERE id = ? RETURNING id",
  );
  const move = db.prepare("UPDATE asset SET room = ? WHERE room = ?");
  const drop = db.prepare("DELETE FROM asset WHERE room = ? AND hash = ?");
  const dropContent = db.prepare("DELETE FROM asset_content WHERE id = ?");
  return {
    asset: (room: number, hash: string): AssetRow | undefined => one.get(room, hash),
    assets: (room: number): AssetRow[] => all.all(room),
    content: (id: number): Uint8Array | undefined => content.get(id)?.bytes,
    /** What a room's pictures take. */
    bytes: (room: number): number => total.get(room).bytes,
    add(room: number, hash: string, mediaType: string, bytes: Uint8Array): void {
      add.run(room, hash, mediaType, bytes.length, addContent.get(bytes).id);
    },
    /** Gives a room a picture of another's, with content of its own: either may be taken away. */
    copy({ hash, media_type, size, content: id }: AssetRow, to: number): void {
      add.run(to, hash, media_type, size, copyContent.get(id).id);
    },
    move: (from: number, to: number): void => void move.run(to, from),
    drop(room: number, { hash, content: id }: AssetRow): void {
      drop.run(room, hash);
      dropContent.run(id);
    },
  };
}
