/** What the build writes above worker.js: the release, and each pack's list with its hash. */
declare const RELEASE: {
  name: string;
  lists: Record<"practice" | "whole", [path: string, hash: string]>;
  /** The folders of the editions below this one, which have workers of their own. */
  editions: string[];
};
