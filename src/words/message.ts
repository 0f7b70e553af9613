import type { Filler, Message } from '../kernel/text.js';

/** The name in a place: `count:day|days` → `count`; what stands in brackets without being a name is no place. */
type NameIn<Place extends string> = Place extends `${infer Name}:${string}` ? Word<Name> : Word<Place>;
type Word<Name extends string> = Name extends '' | `${string} ${string}` ? never : Name;

/** The places of a text, by its type: `'{days} {days:day|days} of {fact}'` → `'days' | 'fact'`. */
export type HolesOf<Text extends string> = Text extends `${string}{${infer After}`
  ? After extends `${infer Place}}${infer Rest}`
    ? Place extends `${string}{${string}`
      ? HolesOf<After>
      : NameIn<Place> | HolesOf<Rest>
    : never
  : never;

/** What fills texts: every place of them, and whatever else may be told beside. */
export type Filling<Text extends string, Told extends string = never, Value = Filler> = Readonly<Record<HolesOf<Text>, Value>> &
  Readonly<Partial<Record<Told, Value>>>;

/** A filling as the last argument of a call: it may be left out where there is nothing to fill. */
export type FillingArgs<Given> = Record<never, never> extends Given ? [params?: Given] : [params: Given];

/** Places that only one language of a message has. */
export type Odd<Said extends Message> =
  | Exclude<HolesOf<Said['en']>, HolesOf<Said['zh']>>
  | Exclude<HolesOf<Said['zh']>, HolesOf<Said['en']>>;
