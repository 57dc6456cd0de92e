// What the ranking is tuned by, in one place. Hold every change to the golden and the held-out queries.

// What a word counts for, by where it stands.
export const WEIGHT = { pageTitle: 6, pageName: 4, title: 3, name: 2.5, asked: 2, text: 1 };
// BM25's two: how soon repeating a word stops to count, and how much the length of the text does.
export const K1 = 1.4;
export const B = 0.6;

// How surely a word of the index is meant by a typed one.
export const SURE = {
  singular: 0.95,
  stem: 0.6,
  same: 0.65,
  sameAsKnown: 0.5,
  prefix: 0.75,
  prefixOfKnown: 0.3,
  oneError: 0.7,
  twoErrors: 0.4,
  begunWithError: 0.5,
};
// Shorter words are abbreviations: CI, DI, VPC. They mean what they say.
export const SHORTEST = { stem: 5, prefix: 3, oneError: 4, twoErrors: 9, part: 4 };
// As many words begin with "in"; those that stand on most pages are the likely ones.
export const BEGINNINGS_AT_MOST = 40;

// What a word of the query counts for.
export const STOP_WEIGHT = 0.08;
// The parts of an API name, and two words that are written as one somewhere, add to what the whole says.
export const PART_WEIGHT = 0.3;
export const JOINED_WEIGHT = 1.2;
// How rare a word is that is nowhere, and one that stands on many pages and names one.
export const UNKNOWN = 3;
export const NAMED = 1.5;
// A stop word that is being typed may be the beginning of another word.
export const BEGUN = 0.7;
// Who types a number means that number.
export const NUMBER_WEIGHT = 2;
// Less sure words are worth finding, and not worth a mark.
export const SURE_ENOUGH = 0.25;

// What a name counts for that is asked for.
export const NAME = { title: 4, other: 3.2, asked: 4, section: 0.65, exact: 1.3 };
// Nothing else was asked for than this name.
export const EXACT = 0.85;

// What the best section adds to its page.
export const BEST_SECTION = 0.35;
export const SECTIONS_AT_MOST = 6;
// A section must answer at least so well as the best one of its page.
export const SECTION_SHARE = 0.4;
// And a page at least so well as the best one.
export const PAGE_SHARE = 0.1;

// When a limit is the answer: how well it must be asked for, with its feature named and without; or, asked for less well,
// how far ahead of the next one. A phrase that people ask by need not be typed whole; of a word that no limit has, the
// site's own words count as asking for something else.
export const LIMIT = {
  enough: 0.6,
  enoughUnnamed: 0.7,
  aheadUnnamed: 1.25,
  least: 0.25,
  ahead: 2,
  explained: 0.75,
  telling: 1.8,
  margin: 0.02,
  other: 0.95,
  phrase: 0.5,
  cue: 0.3,
  foreign: 2,
  everywhere: 0.25,
  unknown: 0.5,
};
