/** A question as the index knows it. */
export interface Question {
  id: string;
  revision: string;
  /** Its page's address below the edition's root: "inference/async/". */
  pageUrl: string;
  /** The same without the last slash: "inference/async". */
  page: string;
  pageTitle: string;
  difficulty: number;
  /** Of the first exam, whose colors the site wears; empty for none. */
  domain: string;
  objectives: string[];
  /** "legacy" or "disputed"; absent for a current one. */
  status?: string;
}

/** One answer, once given, never changed. The key is [id, at]. */
export interface LogEntry {
  id: string;
  /** Of the question, when it was answered. */
  revision: string;
  /** When, in milliseconds since 1970. */
  at: number;
  right: boolean;
  /** The letters as the question's file has them; absent where only the verdict is known. */
  chosen?: string[];
  /** Whether the reader said to be sure; absent if they said nothing. */
  sure?: boolean;
  /** How long the question was on the screen. */
  ms?: number;
  source: "page" | "session" | "mock" | "review" | "import";
  /** The attempt's uuid. */
  attempt?: string;
}

export type History = Map<string, LogEntry[]>;

/** A session or an exam. */
export interface Attempt {
  uuid: string;
  kind: "session" | "mock";
  state: "open" | "done";
  /** What the address said. */
  query: Record<string, string>;
  seed: string;
  /** The bank's hash when it began. */
  bank: string;
  /** The questions in order, with their revisions at the start. */
  ids: string[];
  revisions: string[];
  started: number;
  ended?: number;
  timing?: import("../exam/clock.js").Timing;
  /** The place of the question on screen. */
  place: number;
  /** Set when it is done. */
  right?: number;
  [unknown: string]: unknown;
}

/** What a reader did with one question of an attempt. The key is [attempt, id]. */
export interface AttemptAnswer {
  attempt: string;
  id: string;
  chosen: string[];
  struck?: string[];
  flagged?: boolean;
  sure?: boolean;
  /** Complete answers in turn, where there was more than one. */
  changes?: { chosen: string[]; at: number }[];
  /** When it was first on the screen. */
  seen?: number;
  /** How long it was on the screen. */
  ms?: number;
  /** When this record was last written. */
  at: number;
  /** Of a session: whether it was right; absent while it is not checked. */
  right?: boolean;
}

export interface Stem {
  scenario?: string;
  ask?: string;
  options: string[];
  choose: number;
  formerly?: string[];
  keep?: boolean;
}

export type Explained = string | [html: string, language: string];

export interface Reasons {
  /** For each option the numbers of the accepted sets that it is in, as "1 2". */
  in: string[];
  key: string;
  why: Explained[];
  note?: Explained;
  takeaway: Explained;
  section?: [url: string, title: string];
  sources: [url: string, label: string][];
  deck?: boolean;
  reviewed: string;
}

export interface Exam {
  status: string;
  questions: number;
  minutes: number | null;
  beta?: { code: string; questions: number; minutes: number };
  domains: Record<string, [weight: number, title: string]>;
  tasks: Record<string, string>;
  counted: string;
}
