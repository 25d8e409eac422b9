import type { Member } from "../members.js";

/** What people are called, by the app's ids of them. */
export type SeenNames = Readonly<Record<string, string>>;

/** So many characters of an id are enough to tell one from another. */
const SHORT_ID = 8;

/** The names with those of the people who are there now; the same object when that is nothing new. */
export function withNamesOf(names: SeenNames, members: readonly Member[]): SeenNames {
  const news = members.filter(({ profile }) => names[profile.user] !== profile.name);
  return news.length === 0
    ? names
    : { ...names, ...Object.fromEntries(news.map(({ profile }) => [profile.user, profile.name])) };
}

/** The beginning of an app's id of somebody, for people to read. */
export function shortId(user: string): string {
  const letters = [...user];
  return letters.length > SHORT_ID ? `${letters.slice(0, SHORT_ID).join("")}…` : user;
}
