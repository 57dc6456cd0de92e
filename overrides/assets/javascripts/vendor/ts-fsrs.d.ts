/** What this site uses of ts-fsrs; its own types are of schedulers, steps and decks that nothing here has. */
export interface Memory {
  stability: number;
  difficulty: number;
}

export interface FSRS {
  next_state(memory: Memory | null, days: number, rating: number): Memory;
  next_interval(stability: number, days: number): number;
  forgetting_curve(days: number, stability: number): number;
}

export const Rating: { Again: number; Hard: number; Good: number };
export function fsrs(parameters: { request_retention: number; enable_fuzz: boolean; enable_short_term: boolean }): FSRS;
