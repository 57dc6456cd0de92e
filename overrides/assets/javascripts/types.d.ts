/** The last answer to a question. */
export interface Answer {
  /** The question's content revision when it was answered. */
  revision: string;
  right: boolean;
  /** When, in milliseconds since 1970. */
  at: number;
  /** How often it was answered so far. */
  tries: number;
}

/** By question id. */
export type Answers = Map<string, Answer>;

/** assets/questions.json: what to say about progress, and by page address each question's revision. */
export interface QuestionIndex {
  /** For each question of the pages, in their order, the domain of the first exam; "-" for none. */
  counted: string;
  words: Record<"mark" | "section" | "answered" | "right" | "all" | "none", string>;
  pages: Record<string, Record<string, string>>;
}

/** What an option turned out to be: rightly chosen, rightly left alone, wrongly chosen, or wrongly left alone. */
export type OptionState = "hit" | "left" | "mistake" | "missed";
